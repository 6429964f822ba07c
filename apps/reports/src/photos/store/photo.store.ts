import { type Transaction } from 'kysely';
import type { OrganisationId, PersonId } from '@jaki/kernel';
import { breaksConstraint } from '@jaki/platform';
import { type DB } from '../../generated/db.js';
import { PhotoNotUsable, ProofNotNew } from '../../report/domain/errors.js';
import type { PhotoId, ReportId } from '../../report/domain/ids.js';
import type { Photo, Proof } from '../../report/domain/report.js';

/**
 * Loads photos and locks them until the transaction ends, so that two steps cannot use one.
 *
 * @throws PhotoNotUsable when there is no such photo
 */
export async function loadPhotos(tx: Transaction<DB>, ids: readonly PhotoId[]): Promise<Photo[]> {
  if (ids.length === 0) return [];
  const rows = await tx
    .selectFrom('photo')
    .select(['id', 'owner', 'organisation', 'hash', 'report_id', 'expired_at'])
    .where('id', 'in', ids)
    .orderBy('id')
    .forUpdate()
    .execute();
  return ids.map((id) => {
    const row = rows.find((each) => each.id === id);
    if (row === undefined) throw new PhotoNotUsable(id);
    return {
      id,
      owner: row.owner as PersonId,
      hash: row.hash,
      ...(row.organisation !== null && { organisation: row.organisation as OrganisationId }),
      used: row.report_id !== null || row.expired_at !== null,
    };
  });
}

/** Ties photos to the report that they were taken for. */
export async function usePhotos(tx: Transaction<DB>, reportId: ReportId, photos: readonly Photo[]): Promise<void> {
  const ids = photos.map(({ id }) => id);
  if (ids.length === 0) return;
  await tx.updateTable('photo').set({ report_id: reportId, purpose: 'report' }).where('id', 'in', ids).execute();
}

/** Ties proof to its report. @throws ProofNotNew when the same picture was proof of anything before */
export async function useProof(tx: Transaction<DB>, reportId: ReportId, proof: Proof): Promise<void> {
  try {
    for (const purpose of ['before', 'after'] as const) {
      const use = { report_id: reportId, purpose };
      await tx.updateTable('photo').set(use).where('id', '=', proof[purpose]).execute();
    }
  } catch (cause) {
    if (breaksConstraint(cause, 'photo_proof_once')) throw new ProofNotNew({ cause });
    throw cause;
  }
}
