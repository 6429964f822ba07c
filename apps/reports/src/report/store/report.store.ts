import { type Insertable, type Selectable, type Transaction } from 'kysely';
import type { OrganisationId, PersonId, RecipientSeal, RegionCode } from '@jaki/kernel';
import { type DB, type report as ReportTable, type report_history as ReportHistory } from '../../generated/db.js';
import type { PhotoId, ReportId } from '../domain/ids.js';
import type { Decision, Fact, Proof, Report } from '../domain/report.js';
import { type State } from '../domain/states.js';
import { holderOf } from '../domain/who.js';

/** The columns that the domain decides by. */
export const reportColumns = [
  'id',
  'number',
  'state',
  'version',
  'reporter',
  'recipient',
  'category',
  'region',
  'visibility',
  'agency',
  'holder',
  'executor',
  'finish_by',
  'proof_before',
  'proof_after',
  'rework',
] as const;

export type ReportRow = Pick<Selectable<ReportTable>, (typeof reportColumns)[number]>;

/** What is kept of a filing beside what the domain decides by. */
export type FilingDetails = Pick<
  Insertable<ReportTable>,
  'channel' | 'lat' | 'long' | 'description' | 'landmark' | 'observed_at' | 'reference_source' | 'reference_id'
>;

/** Loads a report and locks its row until the transaction ends. */
export async function loadReport(tx: Transaction<DB>, id: ReportId): Promise<Report | undefined> {
  const row = await tx.selectFrom('report').select(reportColumns).where('id', '=', id).forUpdate().executeTakeFirst();
  return row && reportOf(row);
}

/** Inserts a new report with its history, in one statement. */
export async function addReport(
  tx: Transaction<DB>,
  { next, facts }: Decision,
  { at, ...details }: FilingDetails & { at: Date },
): Promise<void> {
  const identity = { id: next.id, number: next.number, category: next.category, region: next.region };
  const report = { ...identity, ...details, ...changing(next), reporter: next.reporter, filed_at: at, updated_at: at };
  await tx
    .with('filed', (db) => db.insertInto('report').values({ ...report, visibility: next.visibility }))
    .insertInto('report_history')
    .values(facts.map((fact) => historyOf(next, fact)))
    .execute();
}

/** Saves a decided step with its history, in one statement. */
export async function saveReport(tx: Transaction<DB>, { next, facts }: Decision, at: Date): Promise<void> {
  const change = { ...changing(next), updated_at: at };
  await tx
    .with('changed', (db) => db.updateTable('report').set(change).where('id', '=', next.id))
    .insertInto('report_history')
    .values(facts.map((fact) => historyOf(next, fact)))
    .execute();
}

function changing(report: Report) {
  return {
    state: report.state,
    version: report.version,
    recipient: report.recipient ?? null,
    agency: report.agency ?? null,
    holder: holderOf(report) ?? null,
    executor: 'executor' in report ? report.executor : null,
    finish_by: 'finishBy' in report ? report.finishBy : null,
    proof_before: 'proof' in report ? report.proof.before : null,
    proof_after: 'proof' in report ? report.proof.after : null,
    rework: 'rework' in report ? report.rework : null,
  };
}

/** A fact as a row: what it has in common with all others in columns, the rest as it is. */
export function historyOf(report: Report, fact: Fact): Insertable<ReportHistory> {
  const { type, version, at, organisation, note, ...details } = fact;
  const about = { report_id: report.id, version, type, state: report.state, at };
  return { ...about, organisation: organisation ?? null, note: note ?? null, details };
}

/** Makes the report that a row stands for. @throws TypeError when the row breaks its own state */
export function reportOf(row: ReportRow): Report {
  const state = row.state as State;
  switch (state) {
    case 'waiting':
    case 'rejected':
      return { ...filed(row), state };
    case 'coordinating':
      return { ...filed(row), state, agency: required(row, 'agency') };
    case 'dispatched':
      return { ...filed(row), state, agency: required(row, 'agency'), subAgency: required(row, 'holder') };
    case 'in_progress':
      return { ...worked(row), state, ...rework(row), ...(row.proof_before !== null && { proof: proof(row) }) };
    case 'awaiting_validation':
    case 'done':
    case 'closed':
      return { ...worked(row), state, proof: proof(row) };
  }
}

function filed(row: ReportRow) {
  return {
    id: row.id as ReportId,
    number: row.number,
    reporter: row.reporter as PersonId,
    category: row.category,
    region: row.region as RegionCode,
    visibility: row.visibility as Report['visibility'],
    version: row.version,
    ...(row.recipient !== null && { recipient: row.recipient as RecipientSeal }),
    ...(row.agency !== null && { agency: row.agency as OrganisationId }),
  };
}

function worked(row: ReportRow) {
  const executor = required(row, 'executor');
  return { ...filed(row), executor, ...(row.finish_by !== null && { finishBy: row.finish_by }) };
}

const rework = (row: ReportRow) => row.rework !== null && { rework: row.rework as 'refused' | 'disputed' };

function proof(row: ReportRow): Proof {
  return { before: required(row, 'proof_before'), after: required(row, 'proof_after') };
}

type Referring = 'agency' | 'holder' | 'executor' | 'proof_before' | 'proof_after';
type Referred<Column> = Column extends 'proof_before' | 'proof_after' ? PhotoId : OrganisationId;

function required<Column extends Referring>(row: ReportRow, column: Column): Referred<Column> {
  const value = row[column];
  if (value === null) throw new TypeError(`report ${row.id} is ${row.state} and has no ${column}`);
  return value as Referred<Column>;
}
