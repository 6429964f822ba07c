import { announce, type Announcement, __thing__Opened } from '@jaki/contracts';
import { type Decision } from './domain/__thing__.js';

/** All that the world is told about a decision: no name, no owner. */
export function toContracts({ next, facts }: Decision): Announcement[] {
  return facts.map(({ version, at }) =>
    announce(__thing__Opened, { sequence: version, time: at, data: { __thing__Id: next.id } }),
  );
}
