import { type Addresses } from '../../dev/addresses.js';
import { type Outcome } from './journal.js';
import { type Actor } from './people.js';

const DAY = 24 * 60 * 60 * 1000;
/** In Gambir, whose office is among the example data: nobody's notice has to wait for an organisation. */
const PIN = { lat: -6.1754, long: 106.8272 };
/** In the sea. */
const NOWHERE = { lat: -5.5, long: 106.8 };

/** Everything that the loader can do. Each leaves its id where one statement of SQL finds it. */
export type Kind = 'file' | 'fileAsCitizen' | 'fileNowhere' | 'start' | 'promise' | 'rename';

export interface Sending {
  readonly actor: Actor;
  readonly url: string;
  readonly body: object;
}

const actorOf: Readonly<Record<Kind, Actor>> = {
  file: 'channel',
  fileAsCitizen: 'citizen',
  fileNowhere: 'channel',
  start: 'officer',
  promise: 'officer',
  rename: 'registrar',
};

/** @param on the id of the report, or of the organisation, that it is about */
export function sendingOf(kind: Kind, id: string, { addresses, on }: { addresses: Addresses; on?: string }): Sending {
  const actor = actorOf[kind];
  const reports = `${addresses.reports}/v1/reports`;
  switch (kind) {
    case 'file':
    case 'fileAsCitizen':
    case 'fileNowhere':
      return { actor, url: reports, body: filing(id, kind === 'fileNowhere' ? NOWHERE : PIN) };
    case 'start':
      return { actor, url: `${reports}/${String(on)}/start`, body: { note: id } };
    case 'promise':
      return { actor, url: `${reports}/${String(on)}/promise`, body: { note: id, finishBy: jakartaDay(3) } };
    case 'rename':
      return { actor, url: `${addresses.identity}/v1/organisations/${String(on)}/change`, body: { name: id } };
  }
}

const filing = (id: string, pin: typeof PIN) => ({ category: 'flood', description: id, pin, visibility: 'public' });

export interface Answer {
  readonly outcome: Outcome;
  readonly why: string;
  readonly reportId?: string | undefined;
  /** It was done before, and this is what was stored then. */
  readonly replayed: boolean;
}

/** One try. Never throws. @param patience milliseconds until the answer counts as lost */
export async function send(
  { url, body }: Sending,
  { token, key, patience = 15_000 }: { token: string; key: string; patience?: number },
): Promise<Answer> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'idempotency-key': key };
  try {
    const signal = AbortSignal.timeout(patience);
    const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body), signal });
    const text = await response.text();
    const { id, code } = (text === '' ? {} : JSON.parse(text)) as { id?: string; code?: string };
    const replayed = response.headers.get('idempotency-replayed') === 'true';
    return { outcome: outcomeOf(response.status), why: code ?? String(response.status), reportId: id, replayed };
  } catch (error) {
    return { outcome: 'unknown', why: reasonOf(error), replayed: false };
  }
}

function outcomeOf(status: number): Outcome {
  if (status < 300) return 'ok';
  return status >= 400 && status < 500 ? 'fail' : 'unknown';
}

/** The code of what undici wraps, else its message. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause as { code?: string } | undefined;
  return cause?.code ?? (error as NodeJS.ErrnoException).code?.toString() ?? error.name;
}

function jakartaDay(ahead: number): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Jakarta' }).format(new Date(Date.now() + ahead * DAY));
}
