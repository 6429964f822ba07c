import { type FactStamp, type Id, type PersonId } from '@jaki/kernel';
import { __Thing__NotValid } from './errors.js';

export type __Thing__Id = Id<'__thing__'>;

/** A __thing__; `version` counts what happened to it. */
export interface __Thing__ {
  readonly id: __Thing__Id;
  readonly owner: PersonId;
  readonly name: string;
  readonly version: number;
}

/** What happened to a __thing__. */
export type __Thing__Fact = { readonly type: 'opened' } & FactStamp;

/** What a step leads to: the __thing__ after it, and what there is to tell. */
export interface Decision {
  readonly next: __Thing__;
  readonly facts: readonly __Thing__Fact[];
}

/** Somebody opens a __thing__ of their own. @throws __Thing__NotValid */
export function open(asked: Pick<__Thing__, 'id' | 'name'>, by: { actor: { id: PersonId }; at: Date }): Decision {
  const name = asked.name.trim();
  if (name === '') throw new __Thing__NotValid('it needs a name');
  return { next: { id: asked.id, owner: by.actor.id, name, version: 1 }, facts: [{ type: 'opened', version: 1, at: by.at }] };
}
