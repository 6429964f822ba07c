import { type Role } from './cast.js';

/** What one act of the story must bring about. Names of events are those of a report, without owner and version. */
export interface Expectation {
  readonly events: readonly string[];
  /** Who must be told, and of which of these events. */
  readonly notices: Partial<Record<Role, string>>;
}

/**
 * Written by hand, not made from the services' tables: this is what the city was promised. Two organisations get the
 * news of a passed report: the reporter hears that it was passed on, the agency that it is in its queue.
 */
export const expected = {
  file: { events: ['filed', 'routed'], notices: { citizen: 'filed', kelurahan: 'filed', water: 'routed' } },
  passOn: { events: ['coordinated', 'routed'], notices: { citizen: 'coordinated', roads: 'routed' } },
  passBack: { events: ['coordinated', 'routed'], notices: { citizen: 'coordinated', water: 'routed' } },
  dispatch: { events: ['dispatched'], notices: { citizen: 'dispatched', subAgency: 'dispatched' } },
  start: { events: ['work_started'], notices: { citizen: 'work_started' } },
  promise: { events: ['finish_promised'], notices: { citizen: 'finish_promised' } },
  claim: {
    events: ['completion_claimed'],
    notices: { citizen: 'completion_claimed', validator: 'completion_claimed' },
  },
  refuse: {
    events: ['completion_refused'],
    notices: { citizen: 'completion_refused', subAgency: 'completion_refused' },
  },
  claimAgain: {
    events: ['completion_claimed'],
    notices: { citizen: 'completion_claimed', validator: 'completion_claimed' },
  },
  validate: { events: ['validated'], notices: { citizen: 'validated', subAgency: 'validated' } },
  dispute: { events: ['disputed'], notices: { subAgency: 'disputed' } },
  claimOnceMore: {
    events: ['completion_claimed'],
    notices: { citizen: 'completion_claimed', validator: 'completion_claimed' },
  },
  validateAgain: { events: ['validated'], notices: { citizen: 'validated', subAgency: 'validated' } },
  confirm: { events: ['confirmed'], notices: { subAgency: 'confirmed' } },
} as const satisfies Record<string, Expectation>;

export type Act = keyof typeof expected;
