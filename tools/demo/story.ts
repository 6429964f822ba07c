import { type Addresses } from '../dev/addresses.js';
import { type Actor } from './actor.js';
import { type Plot } from './plot.js';
import { type Timeline } from './timeline.js';
import { type SeenEvent } from './watch-events.js';

/** What a story is told on. */
export interface Stage<Role extends string = string> {
  readonly actors: Readonly<Record<Role, Actor>>;
  readonly addresses: Addresses;
  readonly timeline: Timeline;
}

/** One act: its name in the table of what is expected, its title, and what is done in it. */
export type Act<Name extends string = string> = readonly [name: Name, title: string, perform: () => Promise<void>];

/** A story while it is told. */
export interface Telling {
  readonly acts: readonly Act[];
  /** By the plot's subjects, as far as there are any yet. */
  readonly ids: Readonly<Partial<Record<string, string>>>;
  /** What is there in the end of each of the plot's figures. */
  count(events: readonly SeenEvent[]): Promise<Readonly<Record<string, number>>>;
}

/** What the demo can tell: all that is particular to one context. */
export interface Story<Role extends string = string, Subject extends string = string> extends Plot<Role, Subject> {
  /** Those that its roles speak to: each role gets a token for each. */
  readonly services: readonly string[];
  begin(stage: Stage<Role>): Telling;
}
