import { type CommandOf, defineWorkflow, type TakenBy } from '@jaki/kernel';
import type { Actor } from '../../businesses/domain/business.js';
import type { Order } from './order.js';
import { states } from './states.js';
import { authorities } from './who.js';

/** The life of an order that the buyer fetches with a code, from the checkout. */
export const life = defineWorkflow<Actor, Order>()({
  subject: 'order',
  states,
  who: authorities,
  steps: [
    { command: 'place', from: [], who: ['citizen'], needs: 'goods', to: 'awaiting_payment', events: ['placed'] },
    {
      command: 'pay',
      from: ['awaiting_payment', 'expired'],
      who: ['platform'],
      needs: 'the payment',
      to: 'paid',
      events: ['paid'],
    },
    {
      command: 'expire',
      from: ['awaiting_payment'],
      who: ['platform'],
      needs: 'its time',
      to: 'expired',
      events: ['expired'],
    },
    {
      command: 'cancel',
      from: ['awaiting_payment', 'paid'],
      who: ['buyer'],
      needs: '',
      to: 'cancelled',
      events: ['cancelled'],
    },
    { command: 'accept', from: ['paid'], who: ['seller'], needs: '', to: 'accepted', events: ['accepted'] },
    { command: 'decline', from: ['paid'], who: ['seller'], needs: 'reason', to: 'declined', events: ['declined'] },
    {
      command: 'lapse',
      from: ['paid', 'accepted'],
      who: ['platform'],
      needs: 'its time',
      to: 'declined',
      events: ['lapsed'],
    },
    { command: 'make_ready', from: ['accepted'], who: ['seller'], needs: '', to: 'ready', events: ['ready'] },
    {
      command: 'call_off',
      from: ['accepted', 'ready'],
      who: ['seller'],
      needs: 'reason',
      to: 'called_off',
      events: ['called_off'],
    },
    {
      command: 'hand_over',
      from: ['ready'],
      who: ['seller'],
      needs: "the buyer's code",
      to: 'handed_over',
      events: ['handed_over'],
    },
    {
      command: 'give_up',
      from: ['ready'],
      who: ['platform'],
      needs: 'its time',
      to: 'uncollected',
      events: ['uncollected'],
    },
    {
      command: 'complete',
      from: ['handed_over'],
      who: ['buyer', 'platform'],
      needs: '',
      to: 'completed',
      events: ['completed'],
    },
  ],
});

/** Who takes a step, and when. */
export type By = TakenBy<Actor>;
export type Command = CommandOf<typeof life.table>;
