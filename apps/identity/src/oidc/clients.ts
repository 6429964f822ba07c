import { Injectable } from '@nestjs/common';
import { type ClientMetadata } from 'oidc-provider';
import { audienceOf } from '@jaki/kernel';
import { CityData } from '@jaki/regions';
import { IdentityConfig } from '../config.js';
import { faultsOfClients, type ListedClient } from './client-list.js';

/** The grant of first-party apps: a phone and the code that was sent to it. */
export const OTP_GRANT = 'urn:jaki:params:oauth:grant-type:otp';

/** Everything that may ask for tokens: the city's own apps, and the accounts of other reporting channels. */
@Injectable()
export class Clients {
  readonly #listed: ReadonlyMap<string, ListedClient>;
  readonly #secrets: Readonly<Record<string, string>>;
  readonly #services: readonly string[];

  /** @throws TypeError that says what is wrong with the city's clients.json */
  constructor(config: IdentityConfig, city: CityData) {
    const { items } = city.read('clients.json') as { items: readonly ListedClient[] };
    this.#services = config.SERVICES;
    this.#secrets = config.clientSecrets;
    const faults = faultsOfClients(items, { services: this.#services, secrets: this.#secrets });
    if (faults.length > 0) throw new TypeError(`clients.json does not fit: ${faults.join('; ')}`);
    this.#listed = new Map(items.map((client) => [client.id, client]));
  }

  get metadata(): ClientMetadata[] {
    return [...this.#listed.values()].map((client) => this.#metadataOf(client));
  }

  /** The audiences of the services that a client may ask tokens for. */
  audiencesOf(clientId: string): readonly string[] {
    const services = this.#listed.get(clientId)?.services ?? [];
    return (services === 'all' ? this.#services : services).map(audienceOf);
  }

  #metadataOf({ id, kind }: ListedClient): ClientMetadata {
    if (kind === 'app') {
      const native = { application_type: 'native', token_endpoint_auth_method: 'none' } as const;
      return { ...noPages(id), ...native, grant_types: [OTP_GRANT, 'refresh_token'] };
    }
    const machine = { client_secret: this.#secrets[id], token_endpoint_auth_method: 'client_secret_basic' } as const;
    return { ...noPages(id), ...machine, grant_types: ['client_credentials'] };
  }
}

// No pages send anybody back here, so the sector that pairwise ids need is named by an address that is never fetched.
const noPages = (clientId: string) => ({
  client_id: clientId,
  redirect_uris: [],
  response_types: [],
  subject_type: 'pairwise' as const,
  sector_identifier_uri: `https://${clientId}.invalid/`,
});
