import { describe, expect, it } from '@jest/globals';
import { eventsOf, eventType, noticesOf, type Plot, rolesOf, subjectsOf } from './plot.js';
import { reportsStory } from './reports/story.js';
import { faultsOf, type Seen } from './verdict.js';

/** All that a plot promises, seen as promised. */
function allOf(plot: Plot): Seen {
  const acts = Object.values(plot.expected);
  const events = subjectsOf(plot).map((subject) => {
    const types = eventsOf(plot, acts, subject);
    return [subject, types.map((type, index) => ({ type, sequence: index + 1 }))] as const;
  });
  const notices = rolesOf(plot).map((role) => [role, noticesOf(plot, acts, role)] as const);
  return { events: Object.fromEntries(events), notices: Object.fromEntries(notices), figures: plot.figures };
}

describe("the demo's verdict on a report", () => {
  const plot: Plot = reportsStory;
  const whole = allOf(plot);
  const seen = (report: Seen['events'][string]) => ({ ...whole, events: { report } });
  const events = whole.events['report']!;

  it('finds no fault with what was promised', () => {
    expect(events).toHaveLength(17);
    expect(faultsOf(plot, whole)).toEqual([]);
  });

  it.each(events)('misses event $sequence, $type, when it is not there', ({ type, sequence }) => {
    const left = events.filter((event) => event.sequence !== sequence);
    expect(faultsOf(plot, seen(left))).toContain(`missing event: ${type}`);
  });

  it.each(rolesOf(plot).flatMap((role) => whole.notices[role]!.map((type, at) => ({ role, type, at }))))(
    'misses notice $at for $role, $type, when it is not there',
    ({ role, type, at }) => {
      const notices = { ...whole.notices, [role]: whole.notices[role]!.filter((_, index) => index !== at) };
      expect(faultsOf(plot, { ...whole, notices })).toContain(`missing notice for ${role}: ${type}`);
    },
  );

  it('minds an event or a notice that comes twice', () => {
    const [first] = events;
    expect(faultsOf(plot, seen([...events, first!]))).toContain(`unexpected event: ${first!.type}`);
    const roads = whole.notices['roads']!;
    const notices = { ...whole.notices, roads: [...roads, ...roads] };
    expect(faultsOf(plot, { ...whole, notices })).toContain(
      `unexpected notice for roads: ${eventType(plot, 'report.routed')}`,
    );
  });

  it('minds a wrong order and a gap in the sequence', () => {
    const [a, b, ...rest] = events;
    const swapped = [{ type: b!.type, sequence: 1 }, { type: a!.type, sequence: 2 }, ...rest];
    expect(faultsOf(plot, seen(swapped))).toHaveLength(1);
    const late = events.map((event) => ({ ...event, sequence: event.sequence + 1 }));
    expect(faultsOf(plot, seen(late))).toEqual(['the event after 0 has sequence 2']);
  });

  it('believes the databases over what was seen', () => {
    const figures = { 'rows of notices in the database': 26, 'steps in the history in the database': 16 };
    expect(faultsOf(plot, { ...whole, figures })).toEqual([
      '26 rows of notices in the database instead of 25',
      '16 steps in the history in the database instead of 17',
    ]);
  });
});

describe("the demo's verdict on several subjects", () => {
  const plot: Plot = {
    cast: { buyer: { title: 'Buyer', phone: '1' } },
    subjects: { order: 'shop.order', payment: 'shop.payment', latePayment: 'shop.payment' },
    expected: {
      buy: { events: ['payment.requested', 'order.placed'], notices: {} },
      pay: { events: ['payment.paid', 'order.paid'], notices: { buyer: ['payment.paid', 'order.paid'] } },
      tooLate: { events: ['latePayment.requested', 'latePayment.refund_made'], notices: {} },
    },
    figures: { 'rupiah of the seller': 50_000, 'rupiah to refund': 0 },
  };
  const whole = allOf(plot);
  const seen = (events: Seen['events']): Seen => ({ ...whole, events: { ...whole.events, ...events } });

  it('finds no fault with what was promised', () => {
    expect(faultsOf(plot, whole)).toEqual([]);
  });

  it('says whose event is missing when another subject has one of the same type', () => {
    const latePayment = [{ type: 'shop.payment.refund_made.v1', sequence: 1 }];
    expect(faultsOf(plot, seen({ latePayment }))).toEqual(['missing event of latePayment: shop.payment.requested.v1']);
  });

  it('does not take the event of one subject for that of another', () => {
    const [requested, paid] = whole.events['payment']!;
    const latePayment = [...whole.events['latePayment']!, { ...paid!, sequence: 3 }];
    expect(faultsOf(plot, seen({ payment: [requested!], latePayment }))).toEqual([
      'missing event of payment: shop.payment.paid.v1',
      'unexpected event of latePayment: shop.payment.paid.v1',
    ]);
  });

  it('begins to count anew for each subject, and says which one has a gap', () => {
    const order = whole.events['order']!.map((event) => ({ ...event, sequence: event.sequence * 2 - 1 }));
    expect(faultsOf(plot, seen({ order }))).toEqual(['the event of order after 1 has sequence 3']);
  });

  it('minds the order of the notices of one inbox, whatever they are about', () => {
    const notices = { buyer: whole.notices['buyer']!.toReversed() };
    expect(faultsOf(plot, { ...whole, notices })).toEqual([
      'notice for buyer 1 is shop.order.paid.v1 where shop.payment.paid.v1 belongs',
    ]);
  });

  it('takes a figure that is not there for none, and minds one that nobody expected', () => {
    expect(faultsOf(plot, { ...whole, figures: { 'rupiah of a stranger': 1 } })).toEqual([
      '0 rupiah of the seller instead of 50000',
      '1 rupiah of a stranger instead of 0',
    ]);
  });

  it('refuses a plot in which something happens to nobody', () => {
    expect(() => eventType(plot, 'listing.drafted')).toThrow('listing.drafted happens to none of order, payment');
  });
});
