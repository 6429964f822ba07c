import { type Addresses } from '../dev/addresses.js';
import { keptFresh, type Token, tokenFor } from './access-tokens.js';
import { NotLetIn } from './cannot-import.js';
import { patiently } from './patiently.js';

/** The account that files on behalf of another channel, as an OAuth client with a secret of its own. */
export interface ChannelAccount {
  /** The address of identity. */
  readonly identity: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** The example account, at a platform of this machine. */
export function channelAccount(addresses: Addresses): ChannelAccount {
  return { identity: addresses.of('identity'), clientId: CHANNEL, clientSecret: addresses.clientSecret(CHANNEL) };
}

/** What the example account is called. */
export const CHANNEL = 'petabencana';

/**
 * A source of access tokens for one audience: the same token until it is about to expire.
 *
 * @returns a function that throws NotLetIn, or NoAnswer when identity is not there
 */
export function accessTokens(account: ChannelAccount, audience: string): () => Promise<string> {
  return keptFresh(() => askForToken(account, audience));
}

/** As RFC 6749 has it, the refusal included. */
interface TokenAnswer {
  readonly access_token: string;
  readonly expires_in: number;
  readonly error: string;
  readonly error_description: string;
}

async function askForToken({ identity, clientId, clientSecret }: ChannelAccount, audience: string): Promise<Token> {
  const body = new URLSearchParams({ grant_type: 'client_credentials', resource: audience });
  const basic = Buffer.from(`${encodeURIComponent(clientId)}:${encodeURIComponent(clientSecret)}`).toString('base64');
  const answer = await patiently(() =>
    fetch(`${identity}/oauth/token`, { method: 'POST', headers: { authorization: `Basic ${basic}` }, body }),
  );
  const token = (await answer.json().catch(() => ({}))) as Partial<TokenAnswer>;
  if (!answer.ok || token.access_token === undefined) {
    throw new NotLetIn(
      `${clientId} got no token: ${token.error_description ?? token.error ?? `status ${answer.status}`}`,
    );
  }
  return tokenFor(token.access_token, token.expires_in);
}
