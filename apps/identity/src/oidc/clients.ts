import { type ClientMetadata } from 'oidc-provider';
import { audienceOf } from '@jaki/kernel';
import { type IdentityConfig } from '../config.js';

/** The grant of first-party apps: a phone and the code that was sent to it. */
export const OTP_GRANT = 'urn:jaki:params:oauth:grant-type:otp';

export const audiences = ['identity', 'reports', 'notifications'].map(audienceOf);

interface FirstPartyClient {
  readonly metadata: ClientMetadata;
  /** The services it may ask tokens for. */
  readonly audiences: readonly string[];
  /** For a machine's account of another reporting channel. */
  readonly channel?: string;
}

// No pages send anybody back here, so the sector that pairwise ids need is named by an address that is never fetched.
const noPages = (clientId: string) => ({
  client_id: clientId,
  redirect_uris: [],
  response_types: [],
  subject_type: 'pairwise' as const,
  sector_identifier_uri: `https://${clientId}.invalid/`,
});

/** Everything that may ask for tokens: our own app, and the accounts of other reporting channels. */
export function clientsOf(config: IdentityConfig): readonly FirstPartyClient[] {
  return [
    {
      metadata: {
        ...noPages('jaki-app'),
        application_type: 'native',
        token_endpoint_auth_method: 'none',
        grant_types: [OTP_GRANT, 'refresh_token'],
      },
      audiences,
    },
    {
      metadata: {
        ...noPages('petabencana'),
        client_secret: config.PETABENCANA_CLIENT_SECRET,
        token_endpoint_auth_method: 'client_secret_basic',
        grant_types: ['client_credentials'],
      },
      audiences: ['reports', 'notifications'].map(audienceOf),
      channel: 'petabencana',
    },
  ];
}
