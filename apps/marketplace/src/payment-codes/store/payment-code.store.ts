import { type Kysely, type Transaction } from 'kysely';
import type { BusinessId } from '../../businesses/domain/business.js';
import { type DB } from '../../generated/db.js';
import type { PaymentCode } from '../domain/payment-code.js';

/** Keeps a business's code in the place of the one before. */
export async function savePaymentCode(
  tx: Transaction<DB>,
  businessId: BusinessId,
  { nmid, code, at }: PaymentCode & { readonly at: Date },
): Promise<void> {
  const row = { nmid, code, registered_at: at };
  await tx
    .insertInto('payment_code')
    .values({ business_id: businessId, ...row })
    .onConflict((conflict) => conflict.column('business_id').doUpdateSet(row))
    .execute();
}

/** The code of a business that everybody may see; undefined when there is none. */
export function findPaymentCode(db: Kysely<DB>, businessId: BusinessId): Promise<PaymentCode | undefined> {
  return db
    .selectFrom('payment_code')
    .innerJoin('business', 'business.id', 'payment_code.business_id')
    .select(['payment_code.nmid', 'payment_code.code'])
    .where('business.id', '=', businessId)
    .where('business.state', '=', 'verified')
    .executeTakeFirst();
}
