import type { FactStamp, OrganisationId, PersonId, RecipientSeal, RegionCode } from '@jaki/kernel';
import type { PhotoId, ReportId } from './ids.js';
import type { State } from './states.js';

/** What is true of a report in every state. */
interface Filed {
  readonly id: ReportId;
  /** `JK2611220001` */
  readonly number: string;
  readonly reporter: PersonId;
  readonly recipient?: RecipientSeal;
  readonly category: string;
  /** The kelurahan of its pin. */
  readonly region: RegionCode;
  readonly visibility: 'private' | 'public';
  /** How many facts there are about it; the last one's sequence. */
  readonly version: number;
  /** The agency in whose queue it is or was. */
  readonly agency?: OrganisationId;
}

interface Worked extends Filed {
  /** The organisation that does the work: the same until it is closed, however often the work is refused. */
  readonly executor: OrganisationId;
  /** The promised day in the city's time zone, `YYYY-MM-DD`. */
  readonly finishBy?: string;
}

export interface Proof {
  readonly before: PhotoId;
  readonly after: PhotoId;
}

type Proven<S extends State> = Worked & { readonly state: S; readonly proof: Proof };

export type Report =
  | (Filed & { readonly state: 'waiting' })
  | (Filed & { readonly state: 'coordinating'; readonly agency: OrganisationId })
  | (Filed & { readonly state: 'dispatched'; readonly agency: OrganisationId; readonly subAgency: OrganisationId })
  | (Worked & {
      readonly state: 'in_progress';
      /** The last claim's proof, when the work is being repeated. */
      readonly proof?: Proof;
      readonly rework?: 'refused' | 'disputed';
    })
  | Proven<'awaiting_validation'>
  | Proven<'done'>
  | Proven<'closed'>
  | (Filed & { readonly state: 'rejected' });

export type ReportIn<S extends State> = Extract<Report, { state: S }>;

/** Who acts or looks, as their token says. */
export interface Actor {
  readonly id: PersonId;
  readonly roles: readonly string[];
  readonly channel?: string;
  readonly recipient?: RecipientSeal;
  /** The organisation acted for. */
  readonly organisation?: {
    readonly id: OrganisationId;
    readonly kind: string;
    readonly regions: readonly string[];
  };
}

/** An organisation as identity announced it. */
export interface Organisation {
  readonly id: OrganisationId;
  readonly kind: string;
  readonly parent?: OrganisationId;
}

/** A stored photo, before a step makes use of it. */
export interface Photo {
  readonly id: PhotoId;
  readonly owner: PersonId;
  readonly organisation?: OrganisationId;
  /** SHA-256 of the cleaned picture, so the same photo with other metadata has the same. */
  readonly hash: string;
  readonly used: boolean;
}

interface Judged<T extends string> {
  readonly type: T;
  readonly executor: OrganisationId;
  readonly validator: OrganisationId;
}

/** What happened, without when and by whom. */
export type FactBody =
  | { readonly type: 'filed'; readonly channel: string }
  | { readonly type: 'routed'; readonly agency: OrganisationId; readonly previousAgency?: OrganisationId }
  | { readonly type: 'coordinated'; readonly agency: OrganisationId; readonly by: OrganisationId }
  | { readonly type: 'dispatched'; readonly agency: OrganisationId; readonly subAgency: OrganisationId }
  | { readonly type: 'work_started'; readonly executor: OrganisationId }
  | { readonly type: 'finish_promised'; readonly executor: OrganisationId; readonly finishBy: string }
  | { readonly type: 'completion_claimed'; readonly executor: OrganisationId; readonly proof: Proof }
  | Judged<'validated'>
  | Judged<'completion_refused'>
  | { readonly type: 'confirmed'; readonly executor: OrganisationId }
  | { readonly type: 'disputed'; readonly executor: OrganisationId }
  | { readonly type: 'rejected'; readonly by: OrganisationId; readonly reason: string };

/** Something that happened to a report. */
export type Fact = FactBody & FactStamp;

export type FactNamed<T extends Fact['type']> = Extract<FactBody, { type: T }>;

/** What a step leads to: the report after it, and what there is to tell. */
export interface Decision<Next extends Report = Report> {
  readonly next: Next;
  readonly facts: readonly Fact[];
}
