import { describe, expect, it } from '@jest/globals';
import { actors, reports } from '../../../test/world.js';
import { requireSight, type Sight, sightOf } from './sight.js';
import type { State } from './states.js';

const seenBy = (state: State) =>
  Object.entries(actors)
    .map(([name, actor]): [string, Sight | undefined] => [name, sightOf(reports[state], actor)])
    .filter(([, sight]) => sight !== undefined)
    .map((pair) => pair.join(': '));

describe('a private report', () => {
  it('is seen by its reporter, its kelurahan and its agency while it waits', () => {
    expect(seenBy('waiting')).toEqual(['reporter: reporter', 'agency: involved', 'kelurahan: involved']);
  });

  it('is seen by the sub-agency that was instructed', () => {
    expect(seenBy('dispatched')).toContain('subAgency: involved');
    expect(seenBy('in_progress')).not.toContain('validator: involved');
  });

  it('is seen by a validator from the first claim on', () => {
    const everybodyWithAPart = [
      'reporter: reporter',
      'agency: involved',
      'subAgency: involved',
      'kelurahan: involved',
      'validator: involved',
    ];
    expect(seenBy('awaiting_validation')).toEqual(everybodyWithAPart);
    expect(seenBy('closed')).toEqual(everybodyWithAPart);
  });

  it('does not exist for others', () => {
    expect(sightOf(reports.waiting, undefined)).toBeUndefined();
    expect(sightOf(reports.waiting, { ...actors.agency, roles: ['registrar'] })).toBeUndefined();
    const { agency: _, ...unrouted } = reports.rejected;
    expect(sightOf(unrouted, actors.agency)).toBeUndefined();
  });

  it('is as unknown to others as one that was never filed', () => {
    const unknown = expect.objectContaining({ code: 'report_not_found', kind: 'not_found' });
    expect(() => requireSight(undefined, actors.reporter)).toThrow(unknown);
    expect(() => requireSight(reports.waiting, actors.citizen)).toThrow(unknown);
    expect(requireSight(reports.waiting, actors.reporter)).toBe('reporter');
  });

  it('is not seen as its reporter by somebody who acts for an organisation', () => {
    expect(sightOf(reports.waiting, { ...actors.otherAgency, id: actors.reporter.id })).toBeUndefined();
  });
});

describe('a public report', () => {
  it('is seen by all', () => {
    const open = { ...reports.waiting, visibility: 'public' } as const;
    expect(sightOf(open, undefined)).toBe('public');
    expect(sightOf(open, actors.citizen)).toBe('public');
    expect(sightOf(open, actors.agency)).toBe('involved');
  });
});
