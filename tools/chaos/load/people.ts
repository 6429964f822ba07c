import { setTimeout as sleep } from 'node:timers/promises';
import { call } from '../../demo/caller.js';
import { Login } from '../../demo/login.js';
import { type Addresses } from '../../dev/addresses.js';
import { accessTokens, channelAccount } from '../../import/channel-account.js';

/** Phones of the example data: a citizen, an officer of the agency for floods, and who keeps the register. */
const ofTheCity = { citizen: '+6281200000001', officer: '+6281200000101', registrar: '+6281200000090' } as const;
const serviceOf: Readonly<Record<string, string>> = { citizen: 'reports', officer: 'reports', registrar: 'identity' };

/** The officer of a kelurahan who checks businesses; all others are strangers until they log in. */
const ofTheMarket = {
  checker: '+6281200000103',
  sellerA: '+6281200000401',
  sellerB: '+6281200000402',
  buyerA: '+6281200000411',
  buyerB: '+6281200000412',
  buyerC: '+6281200000413',
  buyerD: '+6281200000414',
  buyerE: '+6281200000415',
} as const;

const phones = { ...ofTheCity, ...ofTheMarket };
type Person = keyof typeof phones;
export type Actor = Person | 'channel';
export const sellers = ['sellerA', 'sellerB'] as const satisfies readonly Actor[];
export const buyers = ['buyerA', 'buyerB', 'buyerC', 'buyerD', 'buyerE'] as const satisfies readonly Actor[];

const GOOD_FOR_MS = 4 * 60_000;

interface Membership {
  readonly organisation: { readonly id: string };
}

/** Access tokens of those in whose name operations are sent. They last ten minutes; rows renew them. */
export class People {
  readonly #tokens = new Map<Actor, string>();
  readonly #refresh = new Map<Person, { token: string; organisation: string | undefined }>();
  #at = -Infinity;

  constructor(private readonly addresses: Addresses) {}

  /** Each logs in by phone, once. */
  async logIn(): Promise<void> {
    for (const person of Object.keys(phones) as Person[]) {
      const first = await new Login(this.addresses).withCode(phones[person]);
      const url = `${this.addresses.of('identity')}/v1/me`;
      const me = await call<{ memberships: Membership[] }>({ url, method: 'GET', token: first.access_token });
      this.#refresh.set(person, { token: first.refresh_token, organisation: me.memberships[0]?.organisation.id });
    }
    await this.renew();
  }

  /**
   * New tokens, unless those at hand are fresh. Identity must run; what was broken a moment ago may still refuse once,
   * and an answer that was lost ends a refresh token: then they log in anew.
   *
   * @returns how often it was refused
   * @throws Error when it still is refused after half a minute
   */
  async freshen(): Promise<number> {
    if (Date.now() - this.#at < GOOD_FOR_MS) return 0;
    const until = Date.now() + 30_000;
    for (let refused = 0; ; refused += 1) {
      try {
        await (refused === 0 ? this.renew() : this.logIn());
        return refused;
      } catch (error) {
        if (Date.now() > until) throw error;
        await sleep(3_000);
      }
    }
  }

  async renew(): Promise<void> {
    const account = channelAccount(this.addresses);
    this.#tokens.set('channel', await accessTokens(account, 'urn:jaki:reports')());
    for (const [person, { token, organisation }] of this.#refresh) {
      const tokens = await new Login(this.addresses).refresh(token, serviceOf[person] ?? 'marketplace', organisation);
      this.#refresh.set(person, { token: tokens.refresh_token, organisation });
      this.#tokens.set(person, tokens.access_token);
    }
    this.#at = Date.now();
  }

  tokenOf(actor: Actor): string {
    const token = this.#tokens.get(actor);
    if (token === undefined) throw new Error(`${actor} has not logged in`);
    return token;
  }
}
