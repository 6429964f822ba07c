import { describe, expect, it } from '@jest/globals';
import { type OrganisationId, type RecipientSeal, type RegionCode, type ReportId } from '@jaki/kernel';
import { type Notice, noticesFor, noticeTable, type Reference, type Step } from './notices.js';

const about: Reference = {
  reportId: 'r1' as ReportId,
  number: 'JK2611220001',
  category: 'flood',
  region: '31.71.01.1001' as RegionCode,
  agency: 'agency' as OrganisationId,
  subAgency: 'sub' as OrganisationId,
  executor: 'executor' as OrganisationId,
};
const recipient = 'a..b.c.d' as RecipientSeal;
const told = (step: Step) =>
  noticesFor({ step, about, recipient }).map(({ template, address }) => [template, who(address)]);

function who(address: Notice['address']): string {
  if (address.to === 'person') return 'reporter';
  return address.to === 'organisation' ? address.id : `${address.to} ${address.region}`;
}

describe('the notices of a step', () => {
  // Written by hand: the table in the code must agree with this one, not with itself.
  const expected: Record<Step, string[][]> = {
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

  it.each(Object.keys(noticeTable) as Step[])('%s reach exactly those whom it concerns', (step) => {
    expect(told(step)).toEqual(expected[step]);
  });

  it('leave out a reporter who is not to be told, and nobody else', () => {
    expect(noticesFor({ step: 'filed', about }).map(({ template }) => template)).toEqual(['report_arrived']);
  });

  it('leave out an organisation that the news does not name', () => {
    expect(noticesFor({ step: 'confirmed', about: { ...about, executor: undefined } })).toEqual([]);
  });
});
