import { describe, expect, it } from '@jest/globals';
import { allStates, asked, orderIn, people } from '../../../test/worlds/orders.js';
import { OrderNotFound } from './errors.js';
import { authorities, isBuyerOf, sightOf } from './who.js';

describe('who sees an order', () => {
  it.each(allStates)('its buyer, as such, when it is %s', (state) => {
    expect(sightOf(orderIn(state), people.buyer)).toBe('buyer');
  });

  it.each(['paid', 'accepted', 'ready', 'handed_over', 'completed', 'declined', 'called_off', 'uncollected'] as const)(
    'its seller, as such, when it is %s',
    (state) => {
      expect(sightOf(orderIn(state), people.seller)).toBe('seller');
    },
  );

  it.each(['awaiting_payment', 'expired', 'cancelled'] as const)(
    'not its seller when it was never paid and is %s',
    (state) => {
      expect(sightOf(orderIn(state), people.seller)).toBeUndefined();
    },
  );

  it('its seller when it was paid and then cancelled', () => {
    expect(sightOf(orderIn('cancelled', { paidAt: new Date() }), people.seller)).toBe('seller');
  });

  it.each(allStates)('nobody else when it is %s', (state) => {
    for (const name of ['other', 'officer', 'platform', 'buyerInOffice', 'sellerInOffice'] as const)
      expect(sightOf(orderIn(state), people[name])).toBeUndefined();
  });

  it('as its buyer when they bought of themselves', () => {
    expect(sightOf(orderIn('paid', { buyer: people.seller.id }), people.seller)).toBe('buyer');
  });

  it('is not found by others', () => {
    expect(new OrderNotFound()).toMatchObject({ code: 'order_not_found', kind: 'not_found', details: {} });
  });
});

describe('the buyer of an order', () => {
  it('is a person who acts for themselves', () => {
    expect(isBuyerOf(people.buyer, { buyer: people.buyer.id })).toBe(true);
    expect(isBuyerOf(people.buyerInOffice, { buyer: people.buyer.id })).toBe(false);
    expect(isBuyerOf(people.seller, { buyer: people.buyer.id })).toBe(false);
  });

  it('is, as its seller, nobody of an order that is not there', () => {
    expect(authorities.buyer.may(people.buyer, undefined)).toBe(false);
    expect(authorities.seller.may(people.seller, undefined)).toBe(false);
    expect(asked.seller.owner).toBe(people.seller.id);
  });
});
