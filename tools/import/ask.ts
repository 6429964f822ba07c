import { asObject } from './as-object.js';
import { patiently } from './patiently.js';

/** A command: what is sent, under a key that makes it safe to send twice. */
export interface Command {
  readonly key: string;
  readonly json: object;
}

export interface Answer {
  readonly status: number;
  /** Empty when it was no JSON object. */
  readonly body: Readonly<Record<string, unknown>>;
  readonly headers: Headers;
}

/**
 * Asks a service, or tells it a command, until there is an answer that another try would not change.
 *
 * @param token gives a valid access token for the service
 * @throws NoAnswer
 */
export async function ask(url: string, token: () => Promise<string>, command?: Command): Promise<Answer> {
  const answer = await patiently(async () => {
    const authorization = `Bearer ${await token()}`;
    if (command === undefined) return fetch(url, { headers: { authorization } });
    const headers = { authorization, 'content-type': 'application/json', 'idempotency-key': command.key };
    return fetch(url, { method: 'POST', headers, body: JSON.stringify(command.json) });
  });
  // A login page of a network in between answers too, but not for the platform.
  const body: unknown = await answer.json().catch(() => undefined);
  return { status: answer.status, body: asObject(body) ?? {}, headers: answer.headers };
}

/** The code of what was not granted: the platform's own, else one made of the status. */
export function codeOf({ status, body: { code } }: Answer): string {
  return typeof code === 'string' ? code : `status_${status}`;
}

/** Whether it says no to what was sent, for good: another try would be answered the same. */
export function isRefusal({ status, body }: Answer): boolean {
  return 'code' in body && [400, 409, 413, 422].includes(status);
}
