import { setTimeout as sleep } from 'node:timers/promises';
import { CannotStart } from '@jaki/testing/embedded';
import { type Addresses } from '../dev/addresses.js';
import { call, Refused } from './caller.js';
import { type Timeline } from './timeline.js';

const OTP = 'urn:jaki:params:oauth:grant-type:otp';
const PATIENCE_SECONDS = 40;

export interface Tokens {
  readonly access_token: string;
  readonly refresh_token: string;
}

/** Logs people in as everyone does: by phone, with a code out of a text message. */
export class Login {
  constructor(
    private readonly addresses: Addresses,
    private readonly report?: { timeline: Timeline; who: string },
  ) {}

  /** The first token, for identity itself. */
  async withCode(phone: string): Promise<Tokens> {
    const known = (await this.#messagesTo(phone)).length;
    const { challengeId } = await this.#challenge(phone);
    const code = await this.#codeAfter(phone, known);
    return this.#token({ grant_type: OTP, phone, challenge_id: challengeId, code, resource: 'urn:jaki:identity' });
  }

  /** The next token, for another service, perhaps on behalf of an organisation. */
  refresh(token: string, service: string, organisation?: string): Promise<Tokens> {
    const acting = organisation === undefined ? {} : { organisation };
    return this.#token({
      grant_type: 'refresh_token',
      refresh_token: token,
      resource: `urn:jaki:${service}`,
      ...acting,
    });
  }

  async #challenge(phone: string): Promise<{ challengeId: string }> {
    const request = { url: `${this.addresses.of('identity')}/v1/otp-challenges`, json: { phone } };
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
      this.report?.timeline.add('call', `${this.report.who}: waits ${wait} s for another code`);
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
    const url = `${this.addresses.of('sms')}/messages?to=${encodeURIComponent(phone)}`;
    return (await call<{ items: { text: string }[] }>({ url, method: 'GET' })).items;
  }

  #token(parameters: Record<string, string>): Promise<Tokens> {
    const form = new URLSearchParams({ client_id: 'jaki-app', ...parameters });
    return call({ url: `${this.addresses.of('identity')}/oauth/token`, form }, this.report);
  }
}
