import { type Authority, type CommandOf, defineWorkflow, type TakenBy } from '@jaki/kernel';
import type { Actor } from '../../businesses/domain/business.js';
import { isPlatform, type Payment } from './payment.js';
import { states } from './states.js';

const authorities = {
  citizen: { refusal: 'not_a_citizen', may: ({ organisation, roles }) => !organisation && roles.includes('citizen') },
  buyer: {
    refusal: 'not_the_buyer',
    may: ({ id, organisation }, payment) => organisation === undefined && id === payment?.buyer,
  },
  platform: { refusal: 'not_the_platform', may: isPlatform },
} as const satisfies Record<string, Authority<Actor, Payment>>;

/** The life of a payment, from the checkout that asks for it. */
export const life = defineWorkflow<Actor, Payment>()({
  subject: 'payment',
  states,
  who: authorities,
  steps: [
    { command: 'request', from: [], who: ['citizen'], needs: 'a checkout', to: 'pending', events: ['requested'] },
    {
      command: 'pay',
      // A QR code can be paid after it ended: then only if the goods can still be had.
      from: ['pending', 'expired', 'failed'],
      who: ['platform'],
      needs: 'the money, and the goods',
      to: 'paid',
      events: ['paid'],
    },
    { command: 'expire', from: ['pending'], who: ['platform'], needs: 'its time', to: 'expired', events: ['expired'] },
    {
      command: 'fail',
      from: ['pending'],
      who: ['platform'],
      needs: "the acquirer's word",
      to: 'failed',
      events: ['failed'],
    },
    { command: 'cancel', from: ['pending'], who: ['buyer'], needs: '', to: 'cancelled', events: ['cancelled'] },
  ],
});

export type By = TakenBy<Actor>;
export type Command = CommandOf<typeof life.table>;
