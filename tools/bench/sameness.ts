import { type EmbeddedPostgres } from '@jaki/testing/embedded';
import { bodyOfFiling } from './filing-body.js';
import { statementsDuring } from './sql-log.js';

interface Server {
  readonly url: string;
  readonly database: string;
}

export interface Comparison {
  readonly postgres: EmbeddedPostgres;
  readonly service: Server;
  readonly bare: Server;
  readonly token: string;
  /** Addresses that both must answer with the same bytes. */
  readonly paths: readonly string[];
}

/**
 * Makes sure that the two servers are worth comparing: the same SQL statements, the same bytes in the answers.
 *
 * @throws Error that shows the first difference
 */
export async function requireSameWork({ postgres, service, bare, token, paths }: Comparison): Promise<void> {
  const headers = { authorization: `Bearer ${token}` };
  const of = async (server: Server, send: (url: string) => Promise<Response>) => {
    let body = '';
    const ask = async () => {
      const answer = await send(server.url);
      body = await answer.text();
      if (!answer.ok) throw new Error(`${server.url} answered ${answer.status}: ${body}`);
    };
    await ask();
    const statements = await statementsDuring(postgres, server.database, ask);
    return { body, statements };
  };
  for (const path of paths) {
    const send = (url: string) => fetch(url + path, { headers });
    requireSame(path, await of(service, send), await of(bare, send));
  }
  const send = (url: string) => {
    const own = { ...headers, 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() };
    return fetch(`${url}/v1/reports`, { method: 'POST', headers: own, body: bodyOfFiling() });
  };
  const [ours, theirs] = [await of(service, send), await of(bare, send)];
  // Two reports differ in their ids, numbers, places and times, which all have fixed lengths.
  requireSame('POST /v1/reports', shapeOf(ours), shapeOf(theirs));
}

interface Work {
  readonly body: string;
  readonly statements: readonly string[];
}

function shapeOf({ body, statements }: Work): Work {
  return { body: body.replaceAll(/[0-9a-f]/g, '0'), statements };
}

function requireSame(what: string, service: Work, bare: Work): void {
  if (service.body !== bare.body) {
    throw new Error(`${what}: the answers differ.\nservice: ${service.body}\nbare:    ${bare.body}`);
  }
  const [ours, theirs] = [service.statements.join('\n'), bare.statements.join('\n')];
  if (ours !== theirs) throw new Error(`${what}: the SQL differs.\nservice:\n${ours}\nbare:\n${theirs}`);
}
