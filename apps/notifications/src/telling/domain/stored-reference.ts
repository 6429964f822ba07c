import { type OrganisationId, type RegionCode } from '@jaki/kernel';
import { type Reference, type Words } from './notices.js';

/** How references were stored while all notices were about reports. */
interface FormerReference {
  readonly reportId: string;
  readonly number: string;
  readonly category: string;
  readonly region: RegionCode;
  readonly agency?: OrganisationId;
  readonly subAgency?: OrganisationId;
  readonly executor?: OrganisationId;
  readonly finishBy?: string;
  readonly reason?: string;
}

/** A reference as it was stored, now or before: no migration can rewrite what each recipient's key encrypts. */
export function readReference(stored: object): Reference {
  return 'reportId' in stored ? fromFormer(stored as FormerReference) : (stored as Reference);
}

function fromFormer({ reportId, number, category, region, finishBy, reason, ...others }: FormerReference): Reference {
  const organisations = (['agency', 'subAgency', 'executor'] as const).flatMap((part) => {
    const organisation = others[part];
    return organisation === undefined ? [] : [[part, { organisation }] as const];
  });
  const words: Words = {
    category: { code: category, list: 'categories' },
    office: { office: region },
    ...Object.fromEntries(organisations),
    ...(finishBy !== undefined && { finishBy: { day: finishBy } }),
    ...(reason !== undefined && { reason: { code: reason, list: 'rejection-reasons' } }),
  };
  return { subject: { type: 'report', id: reportId, label: number }, words };
}
