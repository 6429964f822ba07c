import { covers, type OrganisationId, type RegionCode } from '@jaki/kernel';
import { OrganisationNotValid, ParentNotValid } from './errors.js';
import { type OrganisationKind } from './kinds.js';

/** An organisation of the city; `version` counts its events. */
export interface Organisation {
  readonly id: OrganisationId;
  readonly name: string;
  readonly kind: OrganisationKind;
  readonly parentId?: OrganisationId;
  /** Where it is competent: each code and all within it. */
  readonly regions: readonly RegionCode[];
  readonly categories: readonly string[];
  readonly version: number;
}

export interface OrganisationFact {
  readonly type: 'registered' | 'changed';
  readonly organisation: Organisation;
  readonly at: Date;
}

export interface Decision {
  readonly next: Organisation;
  readonly facts: readonly OrganisationFact[];
}

export type NewOrganisation = Omit<Organisation, 'version' | 'parentId'>;
export type OrganisationChanges = Partial<Pick<Organisation, 'name' | 'regions' | 'categories'>>;

/** @param parent the agency above, for a sub-agency */
export function register(asked: NewOrganisation, { parent, at }: { parent?: Organisation; at: Date }): Decision {
  refuseWrongParent(asked, parent);
  const next = { ...asked, ...(parent && { parentId: parent.id }), version: 1 };
  refuseWrongShape(next);
  return { next, facts: [{ type: 'registered', organisation: next, at }] };
}

/** Nothing happens, and nothing is announced, when all stays as it was. */
export function change(
  current: Organisation,
  changes: OrganisationChanges,
  { parent, at }: { parent?: Organisation; at: Date },
): Decision {
  const { name = current.name, regions = current.regions, categories = current.categories } = changes;
  const next = { ...current, name, regions, categories, version: current.version + 1 };
  refuseWrongParent(next, parent);
  refuseWrongShape(next);
  if (sameText(next, current)) return { next: current, facts: [] };
  return { next, facts: [{ type: 'changed', organisation: next, at }] };
}

function refuseWrongParent({ kind, regions }: Pick<Organisation, 'kind' | 'regions'>, parent?: Organisation): void {
  if (kind === 'sub_agency' && parent?.kind !== 'agency')
    throw new ParentNotValid('a sub-agency stands under an agency');
  if (kind !== 'sub_agency' && parent) throw new ParentNotValid('only a sub-agency stands under another organisation');
  const outside = parent && regions.find((region) => !parent.regions.some((outer) => covers(outer, region)));
  if (outside !== undefined) throw new ParentNotValid(`its parent is not competent in ${outside}`);
}

/** Province, city, district, kelurahan: `31.71.01.1001`. */
const PARTS_OF_A_KELURAHAN = 4;

function refuseWrongShape({ name, kind, regions, categories }: Organisation): void {
  if (name.trim() === '') throw new OrganisationNotValid('it needs a name');
  if (regions.length === 0) throw new OrganisationNotValid('it must be competent somewhere');
  if (
    kind === 'kelurahan_office' &&
    !(regions.length === 1 && regions[0]?.split('.').length === PARTS_OF_A_KELURAHAN)
  ) {
    throw new OrganisationNotValid('a kelurahan office is competent in exactly one kelurahan');
  }
  if (categories.length > 0 && kind !== 'agency' && kind !== 'sub_agency') {
    throw new OrganisationNotValid('only agencies answer for categories');
  }
}

function sameText(a: Organisation, b: Organisation): boolean {
  const text = ({ name, regions, categories }: Organisation) => JSON.stringify([name, regions, categories]);
  return text(a) === text(b);
}
