import { type CommandOf, defineWorkflow, type TakenBy } from '@jaki/kernel';
import type { Actor, Report } from './report.js';
import { states } from './states.js';
import { authorities } from './who.js';

/**
 * The life of a report. The decisions take their states, their authority and their facts from here, the documentation
 * prints it, and a test tries every state with every command against it.
 */
export const life = defineWorkflow<Actor, Report>()({
  subject: 'report',
  states,
  who: authorities,
  steps: [
    {
      command: 'file',
      from: [],
      who: ['citizen', 'channel'],
      needs: 'a pin in the service area',
      to: 'waiting',
      events: ['filed', 'routed'],
    },
    {
      command: 'coordinate',
      from: ['waiting', 'coordinating'],
      who: ['holder', 'kelurahan'],
      needs: 'another agency, note',
      to: 'coordinating',
      events: ['coordinated', 'routed'],
    },
    {
      command: 'dispatch',
      from: ['waiting', 'coordinating'],
      who: ['holder_agency'],
      needs: 'its sub-agency',
      to: 'dispatched',
      events: ['dispatched'],
    },
    {
      command: 'start',
      from: ['waiting', 'coordinating', 'dispatched'],
      who: ['holder'],
      needs: '',
      to: 'in_progress',
      events: ['work_started'],
    },
    {
      command: 'promise',
      from: ['in_progress'],
      who: ['holder'],
      needs: 'a future date (EWS)',
      to: 'in_progress',
      events: ['finish_promised'],
    },
    {
      command: 'complete',
      from: ['in_progress'],
      who: ['holder'],
      needs: "executor's before and after photo",
      to: 'awaiting_validation',
      events: ['completion_claimed'],
    },
    {
      command: 'validate',
      from: ['awaiting_validation'],
      who: ['other_validator'],
      needs: '',
      to: 'done',
      events: ['validated'],
    },
    {
      command: 'refuse',
      from: ['awaiting_validation'],
      who: ['other_validator'],
      needs: 'reason',
      to: 'in_progress',
      events: ['completion_refused'],
    },
    { command: 'confirm', from: ['done'], who: ['reporter'], needs: '', to: 'closed', events: ['confirmed'] },
    { command: 'dispute', from: ['done'], who: ['reporter'], needs: 'reason', to: 'in_progress', events: ['disputed'] },
    {
      command: 'reject',
      from: ['waiting', 'coordinating'],
      who: ['holder', 'kelurahan'],
      needs: 'reason code, text',
      to: 'rejected',
      events: ['rejected'],
    },
  ],
});

/** Who takes a step, and when. */
export type By = TakenBy<Actor>;
export type Command = CommandOf<typeof life.table>;
