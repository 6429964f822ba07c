import { expect, it } from '@jest/globals';
import { readReference } from './stored-reference.js';

it('a reference that was stored before subjects says the same as one that is stored now', () => {
  const former = {
    reportId: 'r1',
    number: 'JK2611220001',
    category: 'flood',
    region: '31.71.01.1001',
    executor: 'e1',
    finishBy: '2026-12-01',
    reason: 'duplicate',
  };
  const now = {
    subject: { type: 'report', id: 'r1', label: 'JK2611220001' },
    words: {
      category: { code: 'flood', list: 'categories' },
      office: { office: '31.71.01.1001' },
      executor: { organisation: 'e1' },
      finishBy: { day: '2026-12-01' },
      reason: { code: 'duplicate', list: 'rejection-reasons' },
    },
  };
  expect(readReference(former)).toEqual(now);
  expect(readReference(now)).toBe(now);
});
