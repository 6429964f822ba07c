import * as contracts from '@jaki/contracts';
import { type EventDeclaration } from '@jaki/contracts';
import { CannotStart } from '@jaki/testing/embedded';
import { addFeature } from './feature.js';
import { tokensFor } from './names.js';
import { addConsumer, addEvent, addUseCase } from './parts.js';
import { newService } from './service.js';

export const USAGE = `Makes what every service, feature or event has, ready to be filled:

  npm run new -- service parking permit          a service with one feature: permits
  npm run new -- feature parking zone            one more feature
  npm run new -- use-case parking permit close   a use case of a feature
  npm run new -- event parking permit closed     an event of its aggregate
  npm run new -- consumer parking permit reportFiled   a handler of an event, by its name in the contracts`;

/** Makes what the words ask for. @throws CannotStart in one sentence */
export async function make(words: readonly string[]): Promise<void> {
  const [kind = '', service = '', thing = '', name = '', ...more] = words;
  const wanted = ['use-case', 'event', 'consumer'].includes(kind);
  if (thing === '' || more.length > 0 || wanted === (name === '')) throw new CannotStart(USAGE);
  const tokens = tokensFor({ service, thing });
  if (kind === 'service') return newService(tokens);
  if (kind === 'feature') return addFeature(tokens);
  if (kind === 'use-case') return addUseCase(tokens, name);
  if (kind === 'event') return addEvent(tokens, name);
  if (kind === 'consumer') return addConsumer(tokens, { event: name, key: keyOf(name) });
  throw new CannotStart(USAGE);
}

/** The field of an event that names what it is about. */
function keyOf(name: string): string {
  const found = (contracts as Readonly<Record<string, unknown>>)[name];
  if (isEvent(found)) return found.key;
  throw new CannotStart(`The contracts export no event ${name}: docs/generated/events.md lists them all.`);
}

function isEvent(value: unknown): value is EventDeclaration {
  return typeof value === 'object' && value !== null && 'key' in value && 'topic' in value;
}
