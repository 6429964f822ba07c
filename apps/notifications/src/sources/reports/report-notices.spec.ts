import { describe, expect, it } from '@jest/globals';
import { eventsIn, reportTopic } from '@jaki/contracts';
import { type Address } from '../../organisations/domain/address.js';
import { reportNotices } from './report-notices.js';

const events = eventsIn(reportTopic);
const parts = { agency: 'agency', subAgency: 'sub', executor: 'executor', recipient: 'a..b.c.d' };

function newsOf(name: string, data: object = parts) {
  const declaration = events.get(name)!;
  const sample = declaration.sample as Record<string, unknown>;
  const named = Object.entries(data).filter(([field]) => field in sample || field === 'recipient');
  const filled = { ...sample, ...Object.fromEntries(named) };
  return reportNotices.read({ type: declaration.type, data: filled });
}

function who(address: Address): string {
  if (address.to === 'person') return 'reporter';
  return address.to === 'organisation' ? address.id : `${address.to} ${address.region}`;
}

describe('the notices of a step', () => {
  // Written by hand: the declaration must agree with this table, not with itself.
  const expected: Record<string, string[][]> = {
    filed: [
      ['report_received', 'reporter'],
      ['report_arrived', 'kelurahan_office 31.71.01.1001'],
    ],
    routed: [['report_queued', 'agency']],
    coordinated: [['report_passed_on', 'reporter']],
    dispatched: [
      ['report_dispatched', 'reporter'],
      ['work_assigned', 'sub'],
    ],
    work_started: [['work_started', 'reporter']],
    finish_promised: [['finish_promised', 'reporter']],
    completion_claimed: [
      ['completion_claimed', 'reporter'],
      ['validation_needed', 'validators 31.71.01.1001'],
    ],
    validated: [
      ['please_confirm', 'reporter'],
      ['work_accepted', 'executor'],
    ],
    completion_refused: [
      ['completion_refused', 'reporter'],
      ['work_refused', 'executor'],
    ],
    confirmed: [['work_confirmed', 'executor']],
    disputed: [['work_disputed', 'executor']],
    rejected: [['report_rejected', 'reporter']],
  };

  it.each([...events.keys()])('%s reach exactly those whom it concerns', (name) => {
    const told = newsOf(name).notices.map(({ template, address }) => [template, who(address)]);
    expect(told).toEqual(expected[name]);
  });

  it('leave out a reporter who is not to be told, and nobody else', () => {
    const { notices } = newsOf('filed', { recipient: undefined });
    expect(notices.map(({ template }) => template)).toEqual(['report_arrived']);
  });

  it('are about the report, by its id and its number', () => {
    const { reportId, number } = events.get('filed')!.sample as Record<string, unknown>;
    expect(newsOf('filed').about.subject).toEqual({ type: 'report', id: reportId, label: number });
  });
});
