import {
  announce,
  type Announcement,
  type EventData,
  reportCompletionClaimed,
  reportCompletionRefused,
  reportConfirmed,
  reportCoordinated,
  reportDispatched,
  reportDisputed,
  reportFiled,
  reportFinishPromised,
  reportRejected,
  reportRouted,
  reportValidated,
  reportWorkStarted,
} from '@jaki/contracts';
import { defined } from '@jaki/kernel';
import type { Decision, Fact, FactBody, FactNamed, Report } from './domain/report.js';

/** All that the world is told about a decision. */
export function toContracts({ next, facts }: Decision): Announcement[] {
  return facts.map((fact) => toContract(next, fact));
}

/** What the world is told about a fact: no free text, no photo, no pin, no reporter. */
export function toContract(report: Report, fact: Fact): Announcement {
  const { id: reportId, number, category, region, state, visibility, recipient } = report;
  const common = { reportId, number, category, region, state, visibility, ...defined({ recipient }) };
  const tell = told[fact.type] as (event: Told, fact: FactBody) => Announcement;
  return tell({ when: { sequence: fact.version, time: fact.at }, common }, fact);
}

interface Told {
  readonly when: { readonly sequence: number; readonly time: Date };
  readonly common: EventData<typeof reportConfirmed> extends infer Data ? Omit<Data, 'executor'> : never;
}

const told: { readonly [T in FactBody['type']]: (event: Told, fact: FactNamed<T>) => Announcement } = {
  filed: ({ when, common }, { channel }) => announce(reportFiled, { ...when, data: { ...common, channel } }),
  routed: ({ when, common }, { agency, previousAgency }) =>
    announce(reportRouted, { ...when, data: { ...common, agency, ...defined({ previousAgency }) } }),
  coordinated: ({ when, common }, { agency, by }) =>
    announce(reportCoordinated, { ...when, data: { ...common, agency, by } }),
  dispatched: ({ when, common }, { agency, subAgency }) =>
    announce(reportDispatched, { ...when, data: { ...common, agency, subAgency } }),
  work_started: ({ when, common }, { executor }) =>
    announce(reportWorkStarted, { ...when, data: { ...common, executor } }),
  finish_promised: ({ when, common }, { executor, finishBy }) =>
    announce(reportFinishPromised, { ...when, data: { ...common, executor, finishBy } }),
  completion_claimed: ({ when, common }, { executor }) =>
    announce(reportCompletionClaimed, { ...when, data: { ...common, executor } }),
  validated: ({ when, common }, { executor, validator }) =>
    announce(reportValidated, { ...when, data: { ...common, executor, validator } }),
  completion_refused: ({ when, common }, { executor, validator }) =>
    announce(reportCompletionRefused, { ...when, data: { ...common, executor, validator } }),
  confirmed: ({ when, common }, { executor }) => announce(reportConfirmed, { ...when, data: { ...common, executor } }),
  disputed: ({ when, common }, { executor }) => announce(reportDisputed, { ...when, data: { ...common, executor } }),
  rejected: ({ when, common }, { by, reason }) =>
    announce(reportRejected, { ...when, data: { ...common, by, reason } }),
};
