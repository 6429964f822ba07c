import { dayIn } from '@jaki/kernel';
import { type Addresses } from '../../dev/addresses.js';
import { type Outcome } from './journal.js';
import { type Actor } from './people.js';
import { post } from './post.js';

const DAY = 24 * 60 * 60 * 1000;
/** In Gambir, whose office is among the example data: nobody's notice has to wait for an organisation. */
const PIN = { lat: -6.1754, long: 106.8272 };
/** In the sea. */
const NOWHERE = { lat: -5.5, long: 106.8 };

/** Everything that the loader can do. Each leaves its id where one statement of SQL finds it. */
export type Kind = 'file' | 'fileAsCitizen' | 'fileNowhere' | 'start' | 'promise' | 'reject' | 'rename';

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
  reject: 'officer',
  rename: 'registrar',
};

export const kinds = Object.keys(actorOf) as Kind[];

/** @param on the id of the report, or of the organisation, that it is about */
export function sendingOf(
  kind: Kind,
  id: string,
  { addresses, on }: { addresses: Pick<Addresses, 'of'>; on?: string },
): Sending {
  const actor = actorOf[kind];
  const reports = `${addresses.of('reports')}/v1/reports`;
  switch (kind) {
    case 'file':
    case 'fileAsCitizen':
    case 'fileNowhere':
      return { actor, url: reports, body: filing(id, kind === 'fileNowhere' ? NOWHERE : PIN) };
    case 'start':
      return { actor, url: `${reports}/${String(on)}/start`, body: { note: id } };
    case 'promise':
      return { actor, url: `${reports}/${String(on)}/promise`, body: { note: id, finishBy: jakartaDay(3) } };
    case 'reject':
      return { actor, url: `${reports}/${String(on)}/reject`, body: { reason: 'duplicate', text: id } };
    case 'rename':
      return { actor, url: `${addresses.of('identity')}/v1/organisations/${String(on)}/change`, body: { name: id } };
  }
}

const filing = (id: string, pin: typeof PIN) => ({ category: 'flood', description: id, pin, visibility: 'public' });

export interface Answer {
  readonly outcome: Outcome;
  readonly why: string;
  readonly aggregateId?: string | undefined;
  /** The service had begun to read it. */
  readonly taken: boolean;
  /** It was done before, and this is what was stored then. */
  readonly replayed: boolean;
}

/** One try. Never throws. @param patience milliseconds until the answer counts as lost */
export async function send(
  { url, body }: Sending,
  { token, key, patience = 15_000 }: { token: string; key: string; patience?: number },
): Promise<Answer> {
  let taken = false;
  try {
    const headers = { authorization: `Bearer ${token}`, 'idempotency-key': key };
    const reply = await post(url, body, { headers, patience, onTaken: () => (taken = true) });
    const { id, code } = (reply.body === '' ? {} : JSON.parse(reply.body)) as { id?: string; code?: string };
    const replayed = reply.headers['idempotency-replayed'] === 'true';
    return { outcome: outcomeOf(reply.status), why: code ?? String(reply.status), aggregateId: id, taken, replayed };
  } catch (error) {
    return { outcome: 'unknown', why: reasonOf(error), taken, replayed: false };
  }
}

function outcomeOf(status: number): Outcome {
  if (status < 300) return 'ok';
  return status >= 400 && status < 500 ? 'fail' : 'unknown';
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return 'code' in error ? String(error.code) : error.name;
}

function jakartaDay(ahead: number): string {
  return dayIn('Asia/Jakarta', new Date(Date.now() + ahead * DAY));
}
