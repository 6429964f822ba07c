import { CannotStart } from '@jaki/testing/embedded';
import { create, read, template, write } from './files.js';
import { type Tokens } from './names.js';
import { withInModule } from './wire.js';

const WORD = /^[a-z]+(-[a-z]+)*$/;
const pascal = (words: string) => words.replace(/(^|-)([a-z])/g, (_, __, letter: string) => letter.toUpperCase());

/** A use case of a feature, provided by its module: `close` for a permit is `close-permit.ts`. */
export async function addUseCase(tokens: Tokens, verb: string): Promise<void> {
  const { __service__: service = '', __things__: things = '', __thing__: thing = '', __Thing__: Thing = '' } = tokens;
  refuseUnlessWord(verb);
  const feature = `apps/${service}/src/${things}`;
  const module = read(`${feature}/${things}.module.ts`);
  const own = { ...tokens, __Verb__: pascal(verb) };
  await create(new Map([[`${feature}/use-cases/${verb}-${thing}.ts`, template('use-case/use-case.ts', own)]]));
  const entry = { name: `${pascal(verb)}${Thing}`, from: `./use-cases/${verb}-${thing}.js` };
  await write(`${feature}/${things}.module.ts`, withInModule(module, 'providers', entry));
}

/** An event of a thing, in the past tense: `closed`. The owner's `published.ts` must announce it. */
export async function addEvent(tokens: Tokens, event: string): Promise<void> {
  const { __service__: service = '', __thing__: thing = '' } = tokens;
  refuseUnlessWord(event);
  read(`libs/contracts/src/events/${service}/topics.ts`);
  const own = { ...tokens, __Event__: pascal(event), __event__: event.replaceAll('-', '_') };
  const file = `libs/contracts/src/events/${service}/${thing}-${event}.v1.ts`;
  await create(new Map([[file, template('event/event.v1.ts', own)]]));
}

/** A handler of an event of another service, by the name that the contracts export. */
export async function addConsumer(tokens: Tokens, { event, key }: { event: string; key: string }): Promise<void> {
  const { __service__: service = '', __things__: things = '' } = tokens;
  const feature = `apps/${service}/src/${things}`;
  const module = read(`${feature}/${things}.module.ts`);
  const file = `on-${event.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
  const Event = event.replace(/^./, (first) => first.toUpperCase());
  const own = { ...tokens, __event__: event, __Event__: Event, __key__: key };
  await create(new Map([[`${feature}/events/${file}.ts`, template('consumer/consumer.ts', own)]]));
  const entry = { name: `On${Event}`, from: `./events/${file}.js` };
  await write(`${feature}/${things}.module.ts`, withInModule(module, 'controllers', entry));
}

function refuseUnlessWord(word: string): void {
  if (!WORD.test(word)) throw new CannotStart(`"${word}" is no name: use small letters, with hyphens between words.`);
}
