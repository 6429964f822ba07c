import { type Expectation } from '../plot.js';
import { type Role } from './cast.js';

/** What is followed: one report. */
export const subjects = { report: 'reports.report' } as const;

/**
 * Written by hand, not made from the services' tables: this is what the city was promised. Two organisations get the
 * news of a passed report: the reporter hears that it was passed on, the agency that it is in its queue.
 */
export const expected = {
  file: {
    events: ['report.filed', 'report.routed'],
    notices: { citizen: ['report.filed'], kelurahan: ['report.filed'], water: ['report.routed'] },
  },
  passOn: {
    events: ['report.coordinated', 'report.routed'],
    notices: { citizen: ['report.coordinated'], roads: ['report.routed'] },
  },
  passBack: {
    events: ['report.coordinated', 'report.routed'],
    notices: { citizen: ['report.coordinated'], water: ['report.routed'] },
  },
  dispatch: {
    events: ['report.dispatched'],
    notices: { citizen: ['report.dispatched'], subAgency: ['report.dispatched'] },
  },
  start: { events: ['report.work_started'], notices: { citizen: ['report.work_started'] } },
  promise: { events: ['report.finish_promised'], notices: { citizen: ['report.finish_promised'] } },
  claim: {
    events: ['report.completion_claimed'],
    notices: { citizen: ['report.completion_claimed'], validator: ['report.completion_claimed'] },
  },
  refuse: {
    events: ['report.completion_refused'],
    notices: { citizen: ['report.completion_refused'], subAgency: ['report.completion_refused'] },
  },
  claimAgain: {
    events: ['report.completion_claimed'],
    notices: { citizen: ['report.completion_claimed'], validator: ['report.completion_claimed'] },
  },
  validate: {
    events: ['report.validated'],
    notices: { citizen: ['report.validated'], subAgency: ['report.validated'] },
  },
  dispute: { events: ['report.disputed'], notices: { subAgency: ['report.disputed'] } },
  claimOnceMore: {
    events: ['report.completion_claimed'],
    notices: { citizen: ['report.completion_claimed'], validator: ['report.completion_claimed'] },
  },
  validateAgain: {
    events: ['report.validated'],
    notices: { citizen: ['report.validated'], subAgency: ['report.validated'] },
  },
  confirm: { events: ['report.confirmed'], notices: { subAgency: ['report.confirmed'] } },
} as const satisfies Record<string, Expectation<Role, keyof typeof subjects>>;

export type ActName = keyof typeof expected;

/** The databases are believed over what was seen: each event is a step in the history, and nobody is told twice. */
export const figures = {
  'rows of notices in the database': 25,
  'steps in the history in the database': 17,
} as const;

export type Figures = Record<keyof typeof figures, number>;
