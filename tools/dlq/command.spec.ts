import { describe, expect, it } from '@jest/globals';
import { readRequest } from './command.js';
import { type LetterAt } from './service-databases.js';
import { textOf } from './text.js';

const letter = {
  id: '01a2b3c4-0000-7000-8000-000000000000',
  consumer: 'reports/ratings',
  handler: 'ratings',
  eventId: null,
  type: 'reports.report.filed.v1',
  topic: 'reports.report.v1',
  partition: 0,
  offset: '7',
  key: null,
  error: { name: 'RangeError', text: 'six stars' },
  attempts: 5,
  retries: 0,
  state: 'dead',
  diedAt: new Date(0),
  dueAt: null,
} as const;

describe('npm run dlq', () => {
  it('lists and replays the letters of one handler', () => {
    const { command } = readRequest(['list', '--handler', 'ratings']);
    expect(command).toMatchObject({ verb: 'list', filter: { handler: 'ratings' } });
    const all = readRequest(['replay', '--all', '--type', 'reports.report.filed.v1', '--handler', 'ratings']);
    expect(all.command).toEqual({
      verb: 'replay all',
      filter: { type: 'reports.report.filed.v1', handler: 'ratings' },
    });
  });

  it('shows whose letter it is, behind the service when the handler has a name', () => {
    const own: LetterAt = { service: 'reports', letter: { ...letter, consumer: 'reports', handler: null } };
    const text = textOf({ of: 'list', letters: [{ service: 'reports', letter }, own], limit: 50 });
    expect(text).toMatch(/000000000000 +reports\/ratings +dead/);
    expect(text).toMatch(/000000000000 +reports +dead/);
  });
});
