import { type DeadLetter } from '@jaki/messaging';
import { columns } from '../dev/columns.js';
import { type Answer } from './carry-out.js';
import { decoded } from './decoded.js';
import { type LetterAt } from './service-databases.js';

const clock = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'medium' });
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The answer for people. */
export function textOf(answer: Answer): string {
  switch (answer.of) {
    case 'list':
      return listed(answer);
    case 'show':
      return shown(answer.at);
    case 'replay':
      return replayed(answer);
    case 'discard':
      return `${answer.at.letter.id} is discarded: ${plain(answer.at.letter.discardReason ?? '')}`;
  }
}

function listed({ letters, limit }: Extract<Answer, { of: 'list' }>): string {
  if (letters.length === 0) return 'No dead letters.';
  const rows = letters.map(({ service, letter }) => [
    letter.id,
    letter.handler === null ? service : `${service}/${letter.handler}`,
    letter.state,
    time(letter.diedAt),
    time(letter.dueAt),
    String(letter.attempts),
    plain(letter.type ?? '-'),
    cut(plain(`${letter.error.name}: ${letter.error.text}`), 70),
  ]);
  const more = letters.length >= limit ? ` Only the newest ${limit} of a service: see more with --limit.` : '';
  return [
    columns(['id', 'service', 'state', 'died', 'next try', 'tries', 'event', 'error'], rows),
    '',
    `${letters.length} ${letters.length === 1 ? 'letter' : 'letters'}, times in ${zone}.${more}`,
    'See one: npm run dlq -- show ID · its cause is mended: … replay ID · it must not count: … discard ID --reason WHY',
  ].join('\n');
}

function shown({ service, letter }: LetterAt<DeadLetter>): string {
  const facts = [
    ['service', service],
    ...(letter.handler === null ? [] : [['handler', letter.handler]]),
    ['state', `${letter.state}${next(letter)}`],
    ['event', `${letter.type ?? '-'} ${letter.eventId ?? '(no id)'}`],
    ['key', letter.key ?? '-'],
    ['lies in', `${letter.topic}, partition ${letter.partition}, offset ${letter.offset}`],
    ['died', `${time(letter.diedAt)} (${zone})`],
    ['tries', `${letter.attempts}, later retries used: ${letter.retries}`],
    ['error', `${letter.error.name}: ${letter.error.text}`],
    ...(letter.settledAt ? [['settled', time(letter.settledAt)]] : []),
    ...(letter.discardReason === null ? [] : [['because', letter.discardReason]]),
  ] as [string, string][];
  const lines = (pairs: [string, string][]) =>
    pairs.map(([name, value]) => `  ${plain(name).padEnd(18)} ${plain(value)}`);
  return [
    `Dead letter ${letter.id}`,
    ...lines(facts),
    'Headers',
    ...lines(Object.entries(letter.headers).map(([name, value]) => [name, value ?? '(null)'])),
    'Value',
    plain(valueOf(letter)),
  ].join('\n');
}

function replayed({ asked, tried }: Extract<Answer, { of: 'replay' }>): string {
  const lines = tried.map(({ letter, tried: wasTried }) => {
    if (letter.state === 'replayed') return `${letter.id} replayed: it had its effect`;
    if (letter.state === 'parked') return `${letter.id} parked: it follows the earlier letters of its key`;
    const { name, text } = letter.error;
    if (!wasTried)
      return `${letter.id} not tried yet: is the service running, in a release that handles its type? It tries as soon as one does`;
    return `${letter.id} failed again${next(letter)}: ${cut(plain(`${name}: ${text}`), 200)}`;
  });
  const summary = asked > tried.length ? [`${asked} asked for; these are the newest:`] : [];
  return asked === 0 ? 'No dead letters to replay.' : [...summary, ...lines].join('\n');
}

function valueOf({ value }: DeadLetter): string {
  if (value === null) return '(none)';
  const known = decoded(value);
  if ('json' in known) return JSON.stringify(known.json, null, 2);
  return 'text' in known ? known.text : `base64: ${known.base64}`;
}

function next({ state, dueAt }: DeadLetter): string {
  if (state === 'dead') return ', waits for a person';
  return state === 'due' ? `, next try ${time(dueAt)}` : '';
}

const time = (at: Date | null) => (at === null ? '-' : clock.format(at));
const cut = (text: string, length: number) => (text.length > length ? `${text.slice(0, length - 1)}…` : text);

/** A message may hold anything, also what would steer a terminal. */
function plain(text: string): string {
  // eslint-disable-next-line no-control-regex
  return text.replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g, '\ufffd');
}
