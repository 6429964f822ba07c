import { DomainError, type OrganisationId } from '@jaki/kernel';

export class OrganisationNotFound extends DomainError {
  readonly code = 'organisation_not_found';
  readonly kind = 'not_found';

  constructor(id: OrganisationId) {
    super(`There is no organisation ${id}`, { organisationId: id });
  }
}

export class OrganisationNotValid extends DomainError {
  readonly code = 'organisation_not_valid';
  readonly kind = 'invalid';

  constructor(why: string) {
    super(`The organisation is refused: ${why}`);
  }
}

export class ParentNotValid extends DomainError {
  readonly code = 'parent_not_valid';
  readonly kind = 'invalid';

  constructor(why: string) {
    super(`The organisation is refused: ${why}`);
  }
}

export class RegionUnknown extends DomainError {
  readonly code = 'region_unknown';
  readonly kind = 'invalid';

  constructor(region: string) {
    super(`There is no region ${region}`, { region });
  }
}

export class RoleNotForKind extends DomainError {
  readonly code = 'role_not_for_kind';
  readonly kind = 'invalid';

  constructor(role: string, kind: string) {
    super(`A ${kind} has no ${role}`, { role, kind });
  }
}

export class RegionNotOfOrganisation extends DomainError {
  readonly code = 'region_not_of_organisation';
  readonly kind = 'invalid';

  constructor(region: string) {
    super(`The organisation is not competent in ${region}`, { region });
  }
}
