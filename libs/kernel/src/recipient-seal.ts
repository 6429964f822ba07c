declare const sealed: unique symbol;

/**
 * Who should get a notice, sealed for the notifications service alone: a compact JWE that identity makes and puts into
 * the access token (claim `recipient`). A service stores it beside the person's id and copies it into events that
 * should reach the person. To everyone but notifications it is an opaque string.
 */
export type RecipientSeal = string & { readonly [sealed]: true };

/** Five base64url parts, the encrypted-key part empty for direct agreement. At most 2,048 characters. */
export const RECIPIENT_SEAL_PATTERN = '^[\\w-]+\\.[\\w-]*\\.[\\w-]+\\.[\\w-]+\\.[\\w-]+$';

/**
 * The seal to keep from now on, to be spread behind the one that is kept: seals are made anew with each token, and the
 * newest one is made for the newest key. Nothing when the token has none.
 */
export function newestSeal({ recipient }: { readonly recipient?: RecipientSeal }): { recipient?: RecipientSeal } {
  return recipient === undefined ? {} : { recipient };
}

/** True when the text has the outer shape of a seal. Only notifications can tell whether it opens. */
export function isRecipientSeal(text: string): text is RecipientSeal {
  return text.length <= 2048 && new RegExp(RECIPIENT_SEAL_PATTERN).test(text);
}
