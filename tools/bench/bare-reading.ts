import { type Pool } from 'pg';

interface SummaryRow {
  id: string;
  number: string;
  category: string;
  state: string;
  visibility: string;
  region: string;
  lat: number;
  long: number;
  filed_at: Date;
  updated_at: Date;
  agency: string | null;
  executor: string | null;
  finish_by: string | null;
}

interface ReportRow extends SummaryRow {
  reporter: string;
  description: string;
  landmark: string | null;
  channel: string;
  rework: string | null;
  agencyName: string | null;
  executorName: string | null;
  observed_at: Date | null;
  photos: unknown[];
}

const REPORT = `select report.id, report.number, report.category, report.state, report.visibility, report.region,
  report.lat, report.long, report.filed_at, report.updated_at, report.agency, report.executor, report.finish_by,
  report.reporter, report.rework, description, landmark, channel, observed_at, agencies.name as "agencyName",
  executors.name as "executorName", (
  SELECT coalesce(json_agg(json_build_object('id', photo.id, 'purpose', photo.purpose) ORDER BY photo.id), '[]')
  FROM photo WHERE photo.report_id = report.id) as photos
  from report left join organisation as agencies on agencies.id = report.agency
  left join organisation as executors on executors.id = report.executor where report.id = $1`;

const LIMIT = 20;
// Written out, so that a plan that is kept for all values may use the index of public reports.
const summary = `select id, number, category, state, visibility, region, lat, long, filed_at, updated_at, agency,
  executor, finish_by from report where visibility = 'public'`;
const FIRST_PAGE = `${summary} order by id desc limit ${LIMIT + 1}`;
const LATER_PAGE = `${summary} and id < $1 order by id desc limit ${LIMIT + 1}`;

export async function readReport(pool: Pool, id: string, viewer: string | undefined): Promise<object> {
  const { rows } = await pool.query<ReportRow>({ name: 'report', text: REPORT, values: [id] });
  const [row] = rows;
  if (!row) throw new Error(`no report ${id}`);
  const { description, landmark, channel, rework, agencyName, executorName, photos } = row;
  const observedAt = row.observed_at?.toISOString() ?? null;
  const seenAs = row.reporter === viewer ? 'reporter' : 'public';
  const rest = { description, landmark, channel, rework, agencyName, executorName, observedAt, photos, seenAs };
  return { ...summaryOf(row), ...rest };
}

export async function readReports(pool: Pool, cursor?: string): Promise<{ items: object[]; cursor?: string }> {
  const { rows } =
    cursor === undefined
      ? await pool.query<SummaryRow>({ name: 'first', text: FIRST_PAGE })
      : await pool.query<SummaryRow>({ name: 'later', text: LATER_PAGE, values: [idOf(cursor)] });
  const items = rows.slice(0, LIMIT).map(summaryOf);
  const last = rows[LIMIT - 1];
  if (rows.length <= LIMIT || !last) return { items };
  return { items, cursor: Buffer.from(JSON.stringify({ id: last.id })).toString('base64url') };
}

function idOf(cursor: string): string {
  return (JSON.parse(Buffer.from(cursor, 'base64url').toString()) as { id: string }).id;
}

function summaryOf(row: SummaryRow) {
  const { id, number, category, state, visibility, region, lat, long } = row;
  return {
    id,
    number,
    category,
    state,
    visibility,
    region,
    pin: { lat, long },
    filedAt: row.filed_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
    agencyId: row.agency,
    executorId: row.executor,
    finishBy: row.finish_by,
  };
}
