import { bodyOfFiling } from './filing-body.js';
import { traceOfFiling, type WrittenBy } from './written-rows.js';

interface Server {
  readonly url: string;
  /** The superuser's address of its database. */
  readonly database: string;
}

export interface Comparison {
  readonly service: Server;
  readonly bare: Server;
  readonly token: string;
  /** Addresses that both must answer with the same bytes. */
  readonly paths: readonly string[];
}

/**
 * Makes sure that the two servers are worth comparing: the same bytes in the answers, and of a filing the same rows in
 * every table, the announced events included. How they come by them is theirs.
 *
 * @throws Error that shows the first difference
 */
export async function requireSameWork({ service, bare, token, paths }: Comparison): Promise<void> {
  const headers = { authorization: `Bearer ${token}` };
  for (const path of paths) {
    const [ours, theirs] = [await ask(service.url + path, { headers }), await ask(bare.url + path, { headers })];
    requireSame(`GET ${path}`, ours, theirs);
  }
  const own = { ...headers, 'content-type': 'application/json' };
  const file = async ({ url, database }: Server): Promise<WrittenBy> => {
    const key = crypto.randomUUID();
    const request = { method: 'POST', headers: { ...own, 'idempotency-key': key }, body: bodyOfFiling() };
    return traceOfFiling(database, async () => {
      const answer = await ask(`${url}/v1/reports`, request);
      requireSame('POST /v1/reports, the same key again', answer, await ask(`${url}/v1/reports`, request));
      return { key, answer };
    });
  };
  const [ours, theirs] = [await file(service), await file(bare)];
  for (const [what, written] of Object.entries(ours)) {
    requireSame(`POST /v1/reports, ${what}`, shapeOf(written), shapeOf(theirs[what]));
  }
}

async function ask(url: string, request: RequestInit): Promise<string> {
  const answer = await fetch(url, request);
  const body = await answer.text();
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}: ${body}`);
  return body;
}

/** Two reports differ in ids, numbers, places, times, seals and fingerprints: what is left is the same for both. */
export function shapeOf(written: unknown): string {
  const text = JSON.stringify(written, (_, value: unknown) => (typeof value === 'number' ? 0 : value));
  // A seal is another one each time, of the same length.
  return text
    .replaceAll(/eyJ[\w-]+(\.[\w-]*){4}/g, (seal) => `seal of ${seal.length}`)
    .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}|\\\\x[0-9a-f]{64}|\d+(\.\d+)?/g, '0');
}

function requireSame(what: string, service: string, bare: string): void {
  if (service !== bare) throw new Error(`${what}: the two differ.\nservice: ${service}\nbare:    ${bare}`);
}
