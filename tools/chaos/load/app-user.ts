import { setTimeout as sleep } from 'node:timers/promises';
import { Login } from '../../demo/login.js';
import { type Addresses } from '../../dev/addresses.js';

/** What the app asks for again and again, as paths of routes. */
export const appRoutes = ['/oauth/token', '/v1/otp-challenges', '/v1/inbox/read-up-to'] as const;

const PATIENCE_MS = 8_000;
const LOGIN_PATIENCE_MS = 15_000;

interface Refreshed {
  readonly access_token: string;
  readonly refresh_token: string;
}

/**
 * The app of a citizen whom nobody knew before: it logs in, refreshes its tokens and marks its inbox as read, all the
 * time. Nothing of it is counted afterwards, since a refresh token whose answer was lost is spent: what a row judges is
 * how it was answered.
 */
export class AppUser {
  /** How often requests for tokens were answered with each status; 0 stands for no answer. */
  readonly answers = new Map<number, number>();
  /** When tokens were given out last. */
  servedAt = -Infinity;
  #refresh: string | undefined;
  #running = false;
  #done: Promise<void> = Promise.resolve();

  constructor(
    private readonly addresses: Addresses,
    private readonly phone: () => string,
  ) {}

  start(): void {
    this.#running = true;
    this.#done = this.#run();
  }

  async stop(): Promise<void> {
    this.#running = false;
    await this.#done;
  }

  async #run(): Promise<void> {
    while (this.#running) {
      this.#refresh ??= await this.#logIn();
      const token = this.#refresh === undefined ? undefined : await this.#renew(this.#refresh);
      if (token !== undefined) await this.#readInbox(token);
      await sleep(token === undefined ? 500 : 100);
    }
  }

  /** Never throws: what is broken may refuse, or not answer at all. */
  async #logIn(): Promise<string | undefined> {
    const late = new AbortController();
    const tooLate = sleep(LOGIN_PATIENCE_MS, undefined, { signal: late.signal }).catch(() => undefined);
    const login = new Login(this.addresses).withCode(this.phone()).catch(() => undefined);
    const tokens = await Promise.race([login, tooLate]);
    late.abort();
    return tokens?.refresh_token;
  }

  /** @returns a token for the inbox */
  async #renew(refresh: string): Promise<string | undefined> {
    const resource = 'urn:jaki:notifications';
    const body = new URLSearchParams({
      client_id: 'jaki-app',
      grant_type: 'refresh_token',
      refresh_token: refresh,
      resource,
    });
    const reply = await this.#post(`${this.addresses.of('identity')}/oauth/token`, { body });
    const status = reply?.status ?? 0;
    this.answers.set(status, (this.answers.get(status) ?? 0) + 1);
    // Refused: its successor was in an answer that did not arrive.
    if (status === 400) this.#refresh = undefined;
    const tokens =
      reply?.ok === true ? ((await reply.json().catch(() => undefined)) as Refreshed | undefined) : undefined;
    if (tokens === undefined) return undefined;
    this.#refresh = tokens.refresh_token;
    this.servedAt = Date.now();
    return tokens.access_token;
  }

  async #readInbox(token: string): Promise<void> {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const reply = await this.#post(`${this.addresses.of('notifications')}/v1/inbox/read-up-to`, {
      headers,
      body: JSON.stringify({ sequence: 1 }),
    });
    await reply?.body?.cancel().catch(() => undefined);
  }

  async #post(url: string, request: Pick<RequestInit, 'body' | 'headers'>): Promise<Response | undefined> {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    return fetch(url, { method: 'POST', signal, ...request }).catch(() => undefined);
  }
}
