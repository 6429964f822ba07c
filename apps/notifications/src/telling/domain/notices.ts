import { type OrganisationId, type RecipientSeal, type RegionCode, type ReportId } from '@jaki/kernel';
import { type Address } from '../../organisations/domain/address.js';

/** The one place that says who is told of what, and in which words (see `data/texts`). */
export const noticeTable = {
  filed: { reporter: 'report_received', kelurahanOffice: 'report_arrived' },
  routed: { agency: 'report_queued' },
  coordinated: { reporter: 'report_passed_on' },
  dispatched: { reporter: 'report_dispatched', subAgency: 'work_assigned' },
  work_started: { reporter: 'work_started' },
  finish_promised: { reporter: 'finish_promised' },
  completion_claimed: { reporter: 'completion_claimed', validators: 'validation_needed' },
  validated: { reporter: 'please_confirm', executor: 'work_accepted' },
  completion_refused: { reporter: 'completion_refused', executor: 'work_refused' },
  confirmed: { executor: 'work_confirmed' },
  disputed: { executor: 'work_disputed' },
  rejected: { reporter: 'report_rejected' },
} as const satisfies Record<string, Partial<Record<Audience, string>>>;

type Audience = 'reporter' | 'kelurahanOffice' | 'agency' | 'subAgency' | 'executor' | 'validators';
type Values<T> = T extends unknown ? T[keyof T] : never;

/** A step of a report on its way, as events name it. */
export type Step = keyof typeof noticeTable;
/** Which words a notice is made of. */
export type Template = Values<(typeof noticeTable)[Step]>;

/** The facts that a notice's words may speak of. Codes and ids only; names are looked up when it is read. */
export interface Reference {
  readonly reportId: ReportId;
  readonly number: string;
  readonly category: string;
  readonly region: RegionCode;
  readonly agency?: OrganisationId | undefined;
  readonly subAgency?: OrganisationId | undefined;
  readonly executor?: OrganisationId | undefined;
  /** A day in Jakarta, `YYYY-MM-DD`. */
  readonly finishBy?: string | undefined;
  readonly reason?: string | undefined;
}

/** What happened to a report. */
export interface ReportNews {
  readonly step: Step;
  readonly about: Reference;
  /** The reporter; absent when nobody is to be told. */
  readonly recipient?: RecipientSeal | undefined;
}

/** One notice to be delivered. */
export interface Notice {
  readonly template: Template;
  readonly address: Address;
}

/** Who is to be told of a report's step, in the table's order. */
export function noticesFor(news: ReportNews): Notice[] {
  const row = Object.entries(noticeTable[news.step]) as [Audience, Template][];
  return row.flatMap(([audience, template]) => {
    const address = addressOf(audience, news);
    return address === undefined ? [] : [{ template, address }];
  });
}

function addressOf(audience: Audience, { about, recipient }: ReportNews): Address | undefined {
  switch (audience) {
    case 'reporter':
      return recipient === undefined ? undefined : { to: 'person', seal: recipient };
    case 'kelurahanOffice':
      return { to: 'kelurahan_office', region: about.region };
    case 'validators':
      return { to: 'validators', region: about.region };
    case 'agency':
    case 'subAgency':
    case 'executor': {
      const id = about[audience];
      return id === undefined ? undefined : { to: 'organisation', id };
    }
  }
}
