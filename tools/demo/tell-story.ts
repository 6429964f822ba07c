import { setTimeout as sleep } from 'node:timers/promises';
import { type Addresses } from '../dev/addresses.js';
import { Actor } from './actor.js';
import { cast, type Role, roles } from './cast.js';
import { countRows } from './count-rows.js';
import { type Act, type Expectation, expected } from './expected.js';
import { Story } from './story.js';
import { type Timeline } from './timeline.js';
import { faultsOf, noticesOf, type Seen } from './verdict.js';
import { EventWatch } from './watch-events.js';
import { InboxWatch } from './watch-inboxes.js';

const PATIENCE = 10_000;
/** Once something did not come, the rest of the story cannot be complete any more. */
const PATIENCE_AFTER_A_LOSS = 500;
/** How long something that must not come is waited for at the end. */
const LAST_LOOK = 1000;

interface Stage {
  readonly story: Story;
  readonly events: EventWatch;
  readonly inboxes: InboxWatch;
}

/**
 * Plays the story on a running platform.
 *
 * @param options.lose the type of an event that is treated as if it had never come, to see that it is missed
 * @returns what was not as expected
 */
export async function tellStory(
  addresses: Addresses,
  timeline: Timeline,
  options: { lose?: string | undefined } = {},
): Promise<string[]> {
  timeline.chapter('Everybody logs in by phone');
  const actors = await logInAll(addresses, timeline);
  const events = await EventWatch.start(addresses.kafka, (event) => {
    if (event.type === options.lose) return false;
    timeline.add('event', `${event.type} · ${event.sequence}`);
    return true;
  });
  const inboxes = new InboxWatch(Object.values(actors), ({ role, title, event }) => {
    timeline.add('notice', `${cast[role].title}: ${title} (${event})`);
  });
  const stage = { story: new Story(actors), events, inboxes };
  try {
    await play(stage, timeline);
    await sleep(LAST_LOOK);
    return await judge(stage, addresses);
  } finally {
    await Promise.all([events.stop(), inboxes.stop()]);
  }
}

async function logInAll(addresses: Addresses, timeline: Timeline): Promise<Record<Role, Actor>> {
  const actors: Partial<Record<Role, Actor>> = {};
  for (const role of roles) actors[role] = await Actor.logIn(role, addresses, timeline);
  return actors as Record<Role, Actor>;
}

async function play(stage: Stage, timeline: Timeline): Promise<void> {
  const played: Act[] = [];
  let patience = PATIENCE;
  for (const [act, title, perform] of stage.story.acts) {
    timeline.chapter(title);
    await perform();
    played.push(act);
    if (await comes(stage, played, patience)) continue;
    if (patience === PATIENCE) timeline.add('fault', `not all of it came within ${PATIENCE / 1000} s`);
    patience = PATIENCE_AFTER_A_LOSS;
  }
}

/** Waits until as much was seen as these acts must bring about, at most so many milliseconds. */
async function comes({ story, events, inboxes }: Stage, played: readonly Act[], patience: number): Promise<boolean> {
  const acts = played.map((act): Expectation => expected[act]);
  const wanted = acts.flatMap((act) => act.events).length;
  const all = () =>
    events.of(story.reportId).length >= wanted &&
    roles.every((role) => inboxes.of(story.reportId, role).length >= noticesOf(acts, role).length);
  const deadline = Date.now() + patience;
  while (!all() && Date.now() < deadline) await sleep(5);
  return all();
}

async function judge({ story, events, inboxes }: Stage, addresses: Addresses): Promise<string[]> {
  const { reportId = '' } = story;
  const found = events.of(reportId).sort((a, b) => a.sequence - b.sequence);
  const notices = roles.map((role) => [role, inboxes.of(reportId, role).map(({ event }) => event)]);
  const seen: Seen = {
    events: found,
    notices: Object.fromEntries(notices) as Seen['notices'],
    rows: await countRows(addresses, { reportId, events: found }),
  };
  return faultsOf(Object.values(expected), seen);
}
