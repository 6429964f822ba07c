import { type EventData, type reportFiled, reportTopic } from '@jaki/contracts';
import { noticesFrom } from '../../telling/notices-from.js';
import {
  day,
  labelOf,
  nameOf,
  nameOfOffice,
  officeOf,
  organisation,
  person,
  validatorsOf,
} from '../../telling/whom.js';

type Report = Pick<EventData<typeof reportFiled>, 'recipient' | 'region'>;

const reporter = ({ recipient }: Report) => person(recipient);
const executor = (data: { executor: string }) => organisation(data.executor);
const executorsName = (data: { executor: string }) => ({ executor: nameOf(data.executor) });

/** Who is told of what becomes of a report; the texts are in `data/texts/reports`. */
export const reportNotices = noticesFrom(reportTopic, {
  subject: ({ reportId, number }) => ({ type: 'report', id: reportId, label: number }),
  words: ({ category, region }) => ({ category: labelOf('categories', category), office: nameOfOffice(region) }),
  on: {
    filed: { tell: { report_received: reporter, report_arrived: ({ region }) => officeOf(region) } },
    routed: { tell: { report_queued: ({ agency }) => organisation(agency) } },
    coordinated: { tell: { report_passed_on: reporter }, words: ({ agency }) => ({ agency: nameOf(agency) }) },
    dispatched: {
      tell: { report_dispatched: reporter, work_assigned: ({ subAgency }) => organisation(subAgency) },
      words: ({ agency, subAgency }) => ({ agency: nameOf(agency), subAgency: nameOf(subAgency) }),
    },
    work_started: { tell: { work_started: reporter }, words: executorsName },
    finish_promised: {
      tell: { finish_promised: reporter },
      words: (data) => ({ ...executorsName(data), finishBy: day(data.finishBy) }),
    },
    completion_claimed: {
      tell: { completion_claimed: reporter, validation_needed: ({ region }) => validatorsOf(region) },
      words: executorsName,
    },
    validated: { tell: { please_confirm: reporter, work_accepted: executor }, words: executorsName },
    completion_refused: { tell: { completion_refused: reporter, work_refused: executor }, words: executorsName },
    confirmed: { tell: { work_confirmed: executor }, words: executorsName },
    disputed: { tell: { work_disputed: executor }, words: executorsName },
    rejected: {
      tell: { report_rejected: reporter },
      words: ({ reason }) => ({ reason: labelOf('rejection-reasons', reason) }),
    },
  },
});
