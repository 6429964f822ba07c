import { type CommandOf, defineWorkflow, type TakenBy } from '@jaki/kernel';
import type { Actor } from '../../businesses/domain/business.js';
import type { Listing } from './listing.js';
import { states } from './states.js';
import { authorities } from './who.js';

/** The life of a listing, from its first draft. */
export const life = defineWorkflow<Actor, Listing>()({
  subject: 'listing',
  states,
  who: authorities,
  steps: [
    { command: 'draft', from: [], who: ['owner'], needs: 'a verified business', to: 'draft', events: ['drafted'] },
    {
      command: 'revise',
      from: ['draft', 'refused', 'paused'],
      who: ['owner'],
      needs: 'the words and offers',
      to: 'draft',
      events: ['revised'],
    },
    {
      command: 'submit',
      from: ['draft'],
      who: ['owner'],
      needs: 'a verified business',
      to: 'submitted',
      events: ['submitted'],
    },
    {
      command: 'approve',
      from: ['submitted'],
      who: ['checker'],
      needs: 'a verified business',
      to: 'published',
      events: ['published'],
    },
    {
      command: 'refuse',
      from: ['submitted', 'published', 'paused'],
      who: ['checker'],
      needs: 'reason',
      to: 'refused',
      events: ['refused'],
    },
    { command: 'pause', from: ['published'], who: ['owner'], needs: '', to: 'paused', events: ['paused'] },
    {
      command: 'resume',
      from: ['paused'],
      who: ['owner'],
      needs: 'a verified business',
      to: 'published',
      events: ['resumed'],
    },
    {
      command: 'reprice',
      from: ['published'],
      who: ['owner'],
      needs: 'the price of an offer',
      to: 'published',
      events: ['repriced'],
    },
    {
      command: 'withdraw',
      from: ['draft', 'submitted', 'published', 'paused', 'refused'],
      who: ['owner'],
      needs: '',
      to: 'withdrawn',
      events: ['withdrawn'],
    },
  ],
});

/** Who takes a step, and when. */
export type By = TakenBy<Actor>;
export type Command = CommandOf<typeof life.table>;
