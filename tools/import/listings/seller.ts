import { Refused } from '../../demo/caller.js';
import { Login, type Tokens } from '../../demo/login.js';
import { type Addresses } from '../../dev/addresses.js';
import { keptFresh, type Token, tokenFor } from '../access-tokens.js';
import { NotLetIn } from '../cannot-import.js';
import { NoAnswer } from '../patiently.js';

/**
 * Access tokens for marketplace of somebody who logs in by phone, once, with the code out of the stand-in for SMS.
 *
 * @returns a function that throws NotLetIn, or NoAnswer when identity is not there
 */
export function sellerTokens(addresses: Addresses, phone: string): () => Promise<string> {
  const login = new Login(addresses);
  let refresh: string | undefined;
  return keptFresh(async (): Promise<Token> => {
    try {
      refresh ??= (await login.withCode(phone)).refresh_token;
      const tokens: Tokens & { readonly expires_in?: number } = await login.refresh(refresh, 'marketplace');
      refresh = tokens.refresh_token;
      return tokenFor(tokens.access_token, tokens.expires_in);
    } catch (error) {
      throw understood(error, phone);
    }
  });
}

function understood(error: unknown, phone: string): unknown {
  const refused = [error, (error as Error).cause].find((one) => one instanceof Refused);
  if (refused?.retryAfter !== undefined) {
    return new NotLetIn(`${phone} gets no more codes for ${refused.retryAfter} s: wait and run it again.`, {
      cause: error,
    });
  }
  if (refused !== undefined)
    return new NotLetIn(`${phone} was not let in: identity answers ${refused.status}.`, { cause: error });
  return error instanceof TypeError ? new NoAnswer('no answer', { cause: error }) : error;
}
