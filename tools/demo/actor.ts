import { setTimeout as sleep } from 'node:timers/promises';
import { CannotStart } from '@jaki/testing/embedded';
import { type Addresses } from '../dev/addresses.js';
import { call, Refused } from './caller.js';
import { cast, type Role } from './cast.js';
import { type Timeline } from './timeline.js';

const OTP = 'urn:jaki:params:oauth:grant-type:otp';
const PATIENCE_SECONDS = 40;

interface Tokens {
  access_token: string;
  refresh_token: string;
}
interface Me {
  memberships: { organisation: { id: string; name: string } }[];
}
type Service = 'identity' | 'reports' | 'notifications';

/** Somebody who plays in the story, logged in by phone, with a token for each service. */
export class Actor {
  private constructor(
    readonly role: Role,
    private readonly addresses: Addresses,
    private readonly timeline: Timeline,
    private readonly tokens: Readonly<Record<'reports' | 'notifications', string>>,
    /** The organisation that the actor acts for. */
    readonly organisation: string | undefined,
  ) {}

  /** Logs in as everyone does: a code by text message, then a token for each service, one after the other. */
  static async logIn(role: Role, addresses: Addresses, timeline: Timeline): Promise<Actor> {
    const login = new Login(addresses, { timeline, who: cast[role].title });
    const first = await login.withCode(cast[role].phone);
    const me = await call<Me>({ url: `${addresses.identity}/v1/me`, method: 'GET', token: first.access_token });
    const organisation = me.memberships[0]?.organisation.id;
    const second = await login.refresh(first.refresh_token, 'reports', organisation);
    const third = await login.refresh(second.refresh_token, 'notifications', organisation);
    const tokens = { reports: second.access_token, notifications: third.access_token };
    return new Actor(role, addresses, timeline, tokens, organisation);
  }

  /** A command to reports, part of the timeline. */
  async tell<Answer>(path: string, body: { json: object } | { form: FormData } = { json: {} }): Promise<Answer> {
    const url = `${this.addresses.reports}/v1/${path}`;
    const who = cast[this.role].title;
    return call<Answer>({ url, token: this.tokens.reports, ...body }, { timeline: this.timeline, who });
  }

  /** A look at a service, which is no part of the story. */
  look<Answer>(service: 'reports' | 'notifications', path: string): Promise<Answer> {
    return call<Answer>({ url: `${this.addresses[service]}/v1/${path}`, method: 'GET', token: this.tokens[service] });
  }
}

class Login {
  constructor(
    private readonly addresses: Addresses,
    private readonly report: { timeline: Timeline; who: string },
  ) {}

  async withCode(phone: string): Promise<Tokens> {
    const known = (await this.#messagesTo(phone)).length;
    const { challengeId } = await this.#challenge(phone);
    const code = await this.#codeAfter(phone, known);
    return this.#token({ grant_type: OTP, phone, challenge_id: challengeId, code, resource: 'urn:jaki:identity' });
  }

  refresh(token: string, service: Service, organisation?: string): Promise<Tokens> {
    const acting = organisation === undefined ? {} : { organisation };
    return this.#token({
      grant_type: 'refresh_token',
      refresh_token: token,
      resource: `urn:jaki:${service}`,
      ...acting,
    });
  }

  async #challenge(phone: string): Promise<{ challengeId: string }> {
    const request = { url: `${this.addresses.identity}/v1/otp-challenges`, json: { phone } };
    try {
      return await call(request, this.report);
    } catch (error) {
      const wait = error instanceof Refused && error.status === 429 ? (error.retryAfter ?? Infinity) : undefined;
      if (wait === undefined) throw error;
      if (wait > PATIENCE_SECONDS) {
        throw new CannotStart(
          `identity sends ${phone} no more codes for ${wait} s: wait, or try \`npm run demo -- --own\`, which starts a platform of its own`,
          { cause: error },
        );
      }
      await sleep(wait * 1000);
      return call(request, this.report);
    }
  }

  async #codeAfter(phone: string, known: number): Promise<string> {
    for (let tries = 0; tries < 400; tries += 1) {
      const message = (await this.#messagesTo(phone))[known];
      const code = message === undefined ? undefined : /\b\d{6}\b/.exec(message.text)?.[0];
      if (code !== undefined) return code;
      await sleep(25);
    }
    throw new Error(`no code came to ${phone} within 10 s`);
  }

  async #messagesTo(phone: string): Promise<{ text: string }[]> {
    const url = `${this.addresses.sms}/messages?to=${encodeURIComponent(phone)}`;
    return (await call<{ items: { text: string }[] }>({ url, method: 'GET' })).items;
  }

  #token(parameters: Record<string, string>): Promise<Tokens> {
    const form = new URLSearchParams({ client_id: 'jaki-app', ...parameters });
    return call({ url: `${this.addresses.identity}/oauth/token`, form }, this.report);
  }
}
