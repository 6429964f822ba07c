import {
  type Announcement,
  announce,
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
import { assertNever } from '@jaki/kernel';
import type { Decision, Fact, Report } from '../domain/report.js';

/** All that the world is told about a decision. */
export function toContracts({ next, facts }: Decision): Announcement[] {
  return facts.map((fact) => toContract(next, fact));
}

/** What the world is told about a fact: no free text, no photo, no pin, no reporter. */
export function toContract(report: Report, fact: Fact): Announcement {
  const { id: reportId, number, category, region, state, visibility, recipient } = report;
  const common = { reportId, number, category, region, state, visibility, ...(recipient && { recipient }) };
  const when = { sequence: fact.version, time: fact.at };
  switch (fact.type) {
    case 'filed':
      return announce(reportFiled, { ...when, data: { ...common, channel: fact.channel } });
    case 'routed': {
      const { agency, previousAgency } = fact;
      return announce(reportRouted, {
        ...when,
        data: { ...common, agency, ...(previousAgency && { previousAgency }) },
      });
    }
    case 'coordinated':
      return announce(reportCoordinated, { ...when, data: { ...common, agency: fact.agency, by: fact.by } });
    case 'dispatched':
      return announce(reportDispatched, {
        ...when,
        data: { ...common, agency: fact.agency, subAgency: fact.subAgency },
      });
    case 'work_started':
      return announce(reportWorkStarted, { ...when, data: { ...common, executor: fact.executor } });
    case 'finish_promised':
      return announce(reportFinishPromised, {
        ...when,
        data: { ...common, executor: fact.executor, finishBy: fact.finishBy },
      });
    case 'completion_claimed':
      return announce(reportCompletionClaimed, { ...when, data: { ...common, executor: fact.executor } });
    case 'validated':
      return announce(reportValidated, {
        ...when,
        data: { ...common, executor: fact.executor, validator: fact.validator },
      });
    case 'completion_refused':
      return announce(reportCompletionRefused, {
        ...when,
        data: { ...common, executor: fact.executor, validator: fact.validator },
      });
    case 'confirmed':
      return announce(reportConfirmed, { ...when, data: { ...common, executor: fact.executor } });
    case 'disputed':
      return announce(reportDisputed, { ...when, data: { ...common, executor: fact.executor } });
    case 'rejected':
      return announce(reportRejected, { ...when, data: { ...common, by: fact.by, reason: fact.reason } });
    default:
      return assertNever(fact);
  }
}
