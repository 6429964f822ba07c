import { describe, expect, it } from '@jest/globals';
import { businessTopic, eventsIn } from '@jaki/contracts';
import { businessNotices } from './business-notices.js';

const events = eventsIn(businessTopic);

function newsOf(name: string, of: object = { recipient: 'a..b.c.d' }) {
  const declaration = events.get(name)!;
  return businessNotices.read({ type: declaration.type, data: { ...declaration.sample, ...of } });
}

describe('notices about businesses', () => {
  // Written by hand: this is what the city was promised.
  const expected: Record<string, [string, string][]> = {
    applied: [
      ['business_received', 'person'],
      ['business_arrived', 'kelurahan_office'],
    ],
    resubmitted: [['business_corrected', 'kelurahan_office']],
    returned: [['business_returned', 'person']],
    refused: [['business_refused', 'person']],
    verified: [['business_verified', 'person']],
    suspended: [['business_suspended', 'person']],
    resumed: [['business_resumed', 'person']],
    // Whoever got hold of the owner's phone does not take the stall's money unnoticed.
    payment_code_registered: [['payment_code_registered', 'person']],
    // The owner did it.
    closed: [],
  };

  it.each([...events.keys()])('%s reach exactly those whom it concerns', (name) => {
    const told = newsOf(name).notices.map(({ template, address }) => [template, address.to]);
    expect(told).toEqual(expected[name]);
  });

  it('leave out an owner who is not to be told, and nobody else', () => {
    const { notices } = newsOf('applied', { recipient: undefined });
    expect(notices.map(({ template }) => template)).toEqual(['business_arrived']);
  });

  it('are about the business, by its id and the number of its application', () => {
    const { businessId, number } = events.get('applied')!.sample as Record<string, unknown>;
    expect(newsOf('applied').about.subject).toEqual({ type: 'business', id: businessId, label: number });
  });
});
