import { type CommandOf, defineWorkflow, type TakenBy } from '@jaki/kernel';
import type { Actor, Business } from './business.js';
import { states } from './states.js';
import { authorities } from './who.js';

/** The life of a business on the platform, from its application. */
export const life = defineWorkflow<Actor, Business>()({
  subject: 'business',
  states,
  who: authorities,
  steps: [
    { command: 'apply', from: [], who: ['citizen'], needs: 'a kelurahan', to: 'submitted', events: ['applied'] },
    {
      command: 'resubmit',
      from: ['returned'],
      who: ['owner'],
      needs: 'the corrected application',
      to: 'submitted',
      events: ['resubmitted'],
    },
    {
      command: 'return',
      from: ['submitted'],
      who: ['verifier'],
      needs: 'reason',
      to: 'returned',
      events: ['returned'],
    },
    { command: 'refuse', from: ['submitted'], who: ['verifier'], needs: 'reason', to: 'refused', events: ['refused'] },
    {
      command: 'verify',
      from: ['submitted'],
      who: ['verifier'],
      needs: 'NIB and the proofs of its risk',
      to: 'verified',
      events: ['verified'],
    },
    {
      command: 'suspend',
      from: ['verified'],
      who: ['verifier'],
      needs: 'reason',
      to: 'suspended',
      events: ['suspended'],
    },
    {
      command: 'register_payment_code',
      from: ['verified'],
      who: ['owner'],
      needs: 'its static QRIS code',
      to: 'verified',
      events: ['payment_code_registered'],
    },
    { command: 'resume', from: ['suspended'], who: ['verifier'], needs: '', to: 'verified', events: ['resumed'] },
    {
      command: 'close',
      from: ['submitted', 'returned', 'verified', 'suspended'],
      who: ['owner'],
      needs: '',
      to: 'closed',
      events: ['closed'],
    },
  ],
});

/** Who takes a step, and when. */
export type By = TakenBy<Actor>;
export type Command = CommandOf<typeof life.table>;
