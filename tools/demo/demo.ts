// `npm run demo`: a story, by name (`npm run demo -- market`; without one, a report's way through the city), on the
// running platform or (`--own`, or when none runs) on one that is started for it and thrown away. Exit code 1 when
// anything expected is missing or anything else came.
import { parseArgs } from 'node:util';
import { type Addresses, findPlatform } from '../dev/addresses.js';
import { chooseFolder } from '../dev/data-folder.js';
import { explain } from '../dev/explain.js';
import { startPlatform } from '../dev/platform.js';
import { storyCalled } from './stories.js';
import { tellStory } from './tell-story.js';
import { Timeline } from './timeline.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    own: { type: 'boolean', default: false },
    /** The type of an event to act as if it had never come: the demo must notice. */
    lose: { type: 'string' },
  },
});
const say = (line: string) => void process.stdout.write(`${line}\n`);

async function platformToUse(): Promise<{ addresses: Addresses; stop: () => Promise<void> }> {
  const { folder } = chooseFolder(process.env);
  const running = values.own ? undefined : findPlatform(folder);
  if (running) {
    say(`On the platform that runs from ${folder}.`);
    return { addresses: running, stop: () => Promise.resolve() };
  }
  say(values.own ? 'Starting a platform of its own …' : 'No platform runs here: starting one of its own …');
  const own = await startPlatform({ quiet: true });
  return { addresses: own.addresses, stop: () => own.stop() };
}

async function demo(): Promise<number> {
  const story = storyCalled(positionals);
  const { addresses, stop } = await platformToUse();
  try {
    const faults = await tellStory(story, { addresses, timeline: new Timeline(say), lose: values.lose });
    const acts = Object.values(story.expected);
    const events = acts.flatMap((act) => act.events).length;
    const notices = acts.flatMap((act) => Object.values(act.notices).flat()).length;
    if (faults.length === 0) say(`\nAs expected: ${events} events and ${notices} notices, no more and no less.`);
    else say(`\nNot as expected:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
    return faults.length === 0 ? 0 : 1;
  } finally {
    await stop();
  }
}

try {
  process.exitCode = await demo();
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exitCode = 1;
}
