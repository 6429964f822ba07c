import { Injectable } from '@nestjs/common';
import { type Expression, type ExpressionBuilder, sql, type SqlBool } from 'kysely';
import { Database, liesWithin, Page, page, readCursor } from '@jaki/platform';
import { type DB } from '../../generated/db.js';
import type { Actor } from '../../report/domain/report.js';
import { type State } from '../../report/domain/states.js';
import { summaryColumns, summaryOf } from './summary.js';
import { type ReportSummary } from './views.dto.js';

const OPEN: readonly State[] = ['waiting', 'coordinating', 'dispatched', 'in_progress', 'awaiting_validation'];
const STILL_WITH_KELURAHAN: readonly State[] = ['waiting', 'coordinating'];

/** A page of work, with how much there is of it in each state. */
export class Queue extends Page<ReportSummary> {
  constructor(
    work: Page<ReportSummary>,
    readonly counts: Readonly<Record<string, number>>,
  ) {
    super(work.items, work.next());
  }
}

interface Asked {
  readonly state?: string | undefined;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** What an organisation has to do, oldest first. */
@Injectable()
export class ListQueue {
  constructor(private readonly db: Database<DB>) {}

  async execute(actor: Actor, { state, limit, cursor }: Asked): Promise<Queue> {
    const after = readCursor(cursor, { id: 'uuid' });
    const rows = await this.#work(actor)
      .$if(state !== undefined, (query) => query.where('state', '=', state ?? ''))
      .$if(after !== undefined, (query) => query.where('id', '>', after?.id ?? ''))
      .select(summaryColumns)
      .orderBy('id')
      .limit(limit + 1)
      .execute();
    return new Queue(
      page(rows.map(summaryOf), limit, ({ id }) => ({ id })),
      await this.#counts(actor),
    );
  }

  async #counts(actor: Actor): Promise<Record<string, number>> {
    const query = this.#work(actor).select(['state', sql<bigint>`count(*)`.as('count')]);
    const rows = await query.groupBy('state').execute();
    return Object.fromEntries(rows.map(({ state, count }) => [state, Number(count)]));
  }

  #work(actor: Actor) {
    return this.db.kysely.selectFrom('report').where((eb) => eb.or(workOf(eb, actor)));
  }
}

function workOf(eb: ExpressionBuilder<DB, 'report'>, { organisation, roles }: Actor): Expression<SqlBool>[] {
  if (organisation === undefined) return [];
  const { id, kind, regions } = organisation;
  const work: Expression<SqlBool>[] = [];
  if (roles.includes('officer')) {
    work.push(eb.and([eb('holder', '=', id), eb('state', 'in', OPEN)]));
    // Exactly its own kelurahan, as the one who may act on it.
    if (kind === 'kelurahan_office' && regions.length > 0) {
      work.push(eb.and([eb('region', 'in', regions), eb('state', 'in', STILL_WITH_KELURAHAN)]));
    }
  }
  if (roles.includes('validator')) {
    const others = eb.and([eb('state', '=', 'awaiting_validation'), eb('executor', '!=', id)]);
    work.push(eb.and([others, liesWithin<DB, 'report'>('region', regions)]));
  }
  return work;
}
