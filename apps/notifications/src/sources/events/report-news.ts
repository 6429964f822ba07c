import { type OrganisationId, type RecipientSeal, type RegionCode, type ReportId } from '@jaki/kernel';
import { type ReportNews, type Step } from '../../telling/domain/notices.js';

/** What the events of a report may carry that matters here. */
interface ReportData {
  reportId: string;
  number: string;
  category: string;
  region: string;
  recipient?: string;
  agency?: string;
  subAgency?: string;
  executor?: string;
  finishBy?: string;
  reason?: string;
}

/** What a report's event means to us. Only here do the published names become ours. */
export function reportNews(step: Step, { data }: { data: ReportData }): ReportNews {
  const { number, category, finishBy, reason } = data;
  const [agency, subAgency, executor] = [data.agency, data.subAgency, data.executor] as (OrganisationId | undefined)[];
  return {
    step,
    recipient: data.recipient as RecipientSeal | undefined,
    about: {
      reportId: data.reportId as ReportId,
      region: data.region as RegionCode,
      ...{ number, category, agency, subAgency, executor, finishBy, reason },
    },
  };
}
