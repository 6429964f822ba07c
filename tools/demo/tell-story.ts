import { setTimeout as sleep } from 'node:timers/promises';
import { type Addresses } from '../dev/addresses.js';
import { Actor } from './actor.js';
import { eventsOf, type Expectation, noticesOf, rolesOf, subjectsOf, topicsOf } from './plot.js';
import { type Stage, type Story, type Telling } from './story.js';
import { type Timeline } from './timeline.js';
import { faultsOf } from './verdict.js';
import { EventWatch } from './watch-events.js';
import { InboxWatch } from './watch-inboxes.js';

const PATIENCE = 10_000;
/** Once something did not come, more may stay away in each act: nobody waits for all of them as long. */
const PATIENCE_AFTER_A_LOSS = 3_000;
/** How long something that must not come is waited for at the end. */
const LAST_LOOK = 1000;

/** A story that is told, and all who watch it. */
interface Evening {
  readonly story: Story;
  readonly telling: Telling;
  readonly events: EventWatch;
  readonly inboxes: InboxWatch;
}

export interface TellOptions {
  readonly addresses: Addresses;
  readonly timeline: Timeline;
  /** The type of an event that is treated as if it had never come, to see that it is missed. */
  readonly lose?: string | undefined;
}

/**
 * Plays a story on a running platform.
 *
 * @returns what was not as expected
 */
export async function tellStory(story: Story, options: TellOptions): Promise<string[]> {
  const { timeline, addresses } = options;
  timeline.chapter('Everybody logs in by phone');
  const actors = await logInAll(story, options);
  const events = await watchEvents(story, options);
  const inboxes = watchInboxes(story, { actors, timeline });
  const evening = { story, telling: story.begin({ actors, addresses, timeline }), events, inboxes };
  try {
    await play(evening, timeline);
    await sleep(LAST_LOOK);
    return await judge(evening);
  } finally {
    await Promise.all([events.stop(), inboxes.stop()]);
  }
}

async function logInAll(story: Story, options: TellOptions): Promise<Record<string, Actor>> {
  const actors: Record<string, Actor> = {};
  const services = [...story.services, 'notifications'];
  for (const [role, { title, phone }] of Object.entries(story.cast)) {
    actors[role] = await Actor.logIn({ role, title, phone }, services, options);
  }
  return actors;
}

function watchEvents(story: Story, { addresses, timeline, lose }: TellOptions): Promise<EventWatch> {
  return EventWatch.start(addresses.kafka, topicsOf(story), (event) => {
    if (event.type === lose) return false;
    timeline.add('event', `${event.type} · ${event.sequence}`);
    return true;
  });
}

function watchInboxes(story: Story, { actors, timeline }: Pick<Stage, 'actors' | 'timeline'>): InboxWatch {
  return new InboxWatch(Object.values(actors), ({ role, title, event }) => {
    timeline.add('notice', `${String(story.cast[role]?.title)}: ${title} (${event})`);
  });
}

async function play(evening: Evening, timeline: Timeline): Promise<void> {
  const played: Expectation[] = [];
  let lost = 0;
  for (const [name, title, perform] of evening.telling.acts) {
    timeline.chapter(title);
    await perform();
    const expectation = evening.story.expected[name];
    if (expectation !== undefined) played.push(expectation);
    const missing = await comes(evening, played, lost);
    if (missing > lost && lost === 0) timeline.add('fault', `not all of it came within ${PATIENCE / 1000} s`);
    lost = missing;
  }
}

/**
 * Waits until as much was seen as these acts must bring about, but for so many that earlier acts have lost: what comes
 * after a loss is waited for like anything else.
 *
 * @returns how many are missing
 */
async function comes(evening: Evening, acts: readonly Expectation[], lost: number): Promise<number> {
  const deadline = Date.now() + (lost === 0 ? PATIENCE : PATIENCE_AFTER_A_LOSS);
  while (missingOf(evening, acts) > lost && Date.now() < deadline) await sleep(5);
  return missingOf(evening, acts);
}

function missingOf({ story, telling, events, inboxes }: Evening, acts: readonly Expectation[]): number {
  const counts = [
    ...subjectsOf(story).map((subject) => [
      eventsOf(story, acts, subject).length,
      events.of(telling.ids[subject]).length,
    ]),
    ...rolesOf(story).map((role) => [noticesOf(story, acts, role).length, inboxes.of(telling.ids, role).length]),
  ];
  return counts.reduce((sum, [wanted = 0, found = 0]) => sum + Math.max(0, wanted - found), 0);
}

async function judge({ story, telling, events, inboxes }: Evening): Promise<string[]> {
  const found = subjectsOf(story).map((subject) => {
    const own = events.of(telling.ids[subject]).sort((a, b) => a.sequence - b.sequence);
    return [subject, own] as const;
  });
  const notices = rolesOf(story).map((role) => {
    const types = inboxes.of(telling.ids, role).map(({ event }) => event);
    return [role, types] as const;
  });
  return faultsOf(story, {
    events: Object.fromEntries(found),
    notices: Object.fromEntries(notices),
    figures: await telling.count(found.flatMap(([, own]) => own)),
  });
}
