import { describe, expect, it } from '@jest/globals';
import { type Role, roles } from './cast.js';
import { type Expectation, expected } from './expected.js';
import { eventType, faultsOf, noticesOf, type Seen } from './verdict.js';

const acts: Expectation[] = Object.values(expected);
const types = acts.flatMap((act) => act.events.map(eventType));
const whole: Seen = {
  events: types.map((type, index) => ({ type, sequence: index + 1 })),
  notices: Object.fromEntries(roles.map((role) => [role, noticesOf(acts, role)])) as Record<Role, string[]>,
  rows: { notices: 25, history: 17 },
};

describe("the demo's verdict", () => {
  it('finds no fault with what was promised', () => {
    expect(types).toHaveLength(17);
    expect(faultsOf(acts, whole)).toEqual([]);
  });

  it.each(whole.events)('misses event $sequence, $type, when it is not there', ({ type, sequence }) => {
    const events = whole.events.filter((event) => event.sequence !== sequence);
    expect(faultsOf(acts, { ...whole, events })).toContain(`missing event: ${type}`);
  });

  it.each(roles.flatMap((role) => whole.notices[role].map((type, at) => ({ role, type, at }))))(
    'misses notice $at for $role, $type, when it is not there',
    ({ role, type, at }) => {
      const notices = { ...whole.notices, [role]: whole.notices[role].filter((_, index) => index !== at) };
      expect(faultsOf(acts, { ...whole, notices })).toContain(`missing notice for ${role}: ${type}`);
    },
  );

  it('minds an event or a notice that comes twice', () => {
    const [first = { type: '', sequence: 0 }] = whole.events;
    const twice = { ...whole, events: [...whole.events, first] };
    expect(faultsOf(acts, twice)).toContain(`unexpected event: ${first.type}`);
    const notices = { ...whole.notices, roads: [...whole.notices.roads, ...whole.notices.roads] };
    expect(faultsOf(acts, { ...whole, notices })).toContain(`unexpected notice for roads: ${eventType('routed')}`);
  });

  it('minds a wrong order and a gap in the sequence', () => {
    const [a, b, ...rest] = whole.events;
    const swapped = [{ type: b?.type ?? '', sequence: 1 }, { type: a?.type ?? '', sequence: 2 }, ...rest];
    expect(faultsOf(acts, { ...whole, events: swapped })).toHaveLength(1);
    const late = whole.events.map((event) => ({ ...event, sequence: event.sequence + 1 }));
    expect(faultsOf(acts, { ...whole, events: late })).toEqual(['the event after 0 has sequence 2']);
  });

  it('believes the databases over what was seen', () => {
    expect(faultsOf(acts, { ...whole, rows: { notices: 26, history: 16 } })).toEqual([
      '26 rows of notices in the database instead of 25',
      '16 steps in the history in the database instead of 17',
    ]);
  });
});
