/** A place in WGS 84 degrees. */
export class PinView {
  lat!: number;
  long!: number;
}

/** A report as lists show it. */
export class ReportSummary {
  id!: string;
  /** What people call it: JK2611220001 */
  number!: string;
  category!: string;
  state!: string;
  visibility!: string;
  /** The kelurahan of its pin. */
  region!: string;
  pin!: PinView;
  filedAt!: string;
  updatedAt!: string;
  /** The agency in whose queue it is or was. */
  agencyId!: string | null;
  /** The organisation that works or worked on it. */
  executorId!: string | null;
  /** The promised day in the city's time zone, YYYY-MM-DD. */
  finishBy!: string | null;
}

/** A page of reports; the `Link` header leads to the next. */
export class ReportListView {
  items!: ReportSummary[];
}

/** A page of work, with how much there is of it in each state. */
export class QueueView extends ReportListView {
  /**
   * @example { "waiting": 3, "in_progress": 1 }
   */
  counts!: Record<string, number>;
}

export class PointView {
  type!: 'Point';
  /**
   * Longitude first.
   * @example [106.8263, -6.1767]
   */
  coordinates!: number[];
}

export class FeatureView {
  type!: 'Feature';
  id!: string;
  geometry!: PointView;
  /** number, category, state, filedAt */
  properties!: Record<string, string>;
}

/** GeoJSON (RFC 7946). */
export class MapView {
  type!: 'FeatureCollection';
  features!: FeatureView[];
}

export class ReportPhotoView {
  id!: string;
  /** report, before or after */
  purpose!: string;
}

/** One report. Who filed it is in no view. */
export class ReportView extends ReportSummary {
  description!: string;
  landmark!: string | null;
  observedAt!: string | null;
  channel!: string;
  agencyName!: string | null;
  executorName!: string | null;
  /** Why the work is done again: refused or disputed. */
  rework!: string | null;
  photos!: ReportPhotoView[];
  /** As what the caller sees it: reporter, involved or public. */
  seenAs!: string;
}

/** One step of a report. It names the organisation that acted, never the person. */
export class HistoryEntryView {
  version!: number;
  type!: string;
  state!: string;
  at!: string;
  organisationId!: string | null;
  organisationName!: string | null;
  /** For the reporter and the organisations involved; the public reads no free text of officers and reporters. */
  note!: string | null;
  details!: Record<string, unknown>;
}

export class HistoryView {
  items!: HistoryEntryView[];
}

/** How many public reports there are. */
export class CountsView {
  total!: number;
  byState!: Record<string, number>;
  byCategory!: Record<string, number>;
}
