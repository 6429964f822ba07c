import { type Insertable, type Selectable, type Transaction } from 'kysely';
import { defined, type PersonId, type RecipientSeal, type RegionCode } from '@jaki/kernel';
import { breaksConstraint } from '@jaki/platform';
import { type business as BusinessTable, type DB } from '../../generated/db.js';
import type { Business, BusinessId, BusinessKind, Decision } from '../domain/business.js';
import { NibTaken } from '../domain/errors.js';
import type { Proof, RiskClass } from '../domain/proofs.js';
import { type State } from '../domain/states.js';

export type BusinessRow = Selectable<BusinessTable>;

/** Loads a business and locks its row until the transaction ends. */
export async function loadBusiness(tx: Transaction<DB>, id: BusinessId): Promise<Business | undefined> {
  const row = await tx.selectFrom('business').selectAll().where('id', '=', id).forNoKeyUpdate().executeTakeFirst();
  return row && businessOf(row);
}

/** Inserts a new business with its history. */
export async function addBusiness(tx: Transaction<DB>, decision: Decision, at: Date): Promise<void> {
  const { id, number, owner } = decision.next;
  const row = { id, number, owner, applied_at: at, ...changing(decision.next, at) };
  await tx.insertInto('business').values(row).execute();
  await addHistory(tx, decision);
}

/** Saves a decided step with its history. @throws NibTaken */
export async function saveBusiness(tx: Transaction<DB>, decision: Decision, at: Date): Promise<void> {
  const change = tx.updateTable('business').set(changing(decision.next, at)).where('id', '=', decision.next.id);
  await change.execute().catch((error: unknown) => {
    throw breaksConstraint(error, 'business_nib_key') ? new NibTaken({ cause: error }) : error;
  });
  await addHistory(tx, decision);
}

async function addHistory(tx: Transaction<DB>, { next, facts }: Decision): Promise<void> {
  const rows = facts.map(({ type, version, at, organisation, note }) => ({
    business_id: next.id,
    version,
    type,
    state: next.state,
    at,
    organisation: organisation ?? null,
    note: note ?? null,
  }));
  await tx.insertInto('business_history').values(rows).execute();
}

function changing(business: Business, at: Date) {
  const { state, version, recipient = null, name, kind, region, nib = null, kbli, risk } = business;
  const proofs = JSON.stringify(business.proofs);
  return { state, version, recipient, name, kind, region, nib, kbli, risk, proofs, updated_at: at } satisfies Partial<
    Insertable<BusinessTable>
  >;
}

/** Makes the business that a row stands for. */
export function businessOf(row: BusinessRow): Business {
  return {
    id: row.id as BusinessId,
    number: row.number,
    state: row.state as State,
    version: row.version,
    owner: row.owner as PersonId,
    name: row.name,
    kind: row.kind as BusinessKind,
    region: row.region as RegionCode,
    kbli: row.kbli,
    risk: row.risk as RiskClass,
    proofs: row.proofs as Proof[],
    ...defined({ nib: row.nib ?? undefined, recipient: (row.recipient ?? undefined) as RecipientSeal | undefined }),
  };
}
