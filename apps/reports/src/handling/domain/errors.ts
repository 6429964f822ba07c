import { DomainError } from '@jaki/kernel';

export class NotAnotherAgency extends DomainError {
  readonly code = 'not_another_agency';
  readonly kind = 'invalid';
  constructor() {
    super('A report is passed on to an agency other than the one that has it.');
  }
}

export class NotItsSubAgency extends DomainError {
  readonly code = 'not_its_sub_agency';
  readonly kind = 'invalid';
  constructor() {
    super('An agency instructs its own sub-agencies only.');
  }
}

export class NotInFuture extends DomainError {
  readonly code = 'not_in_future';
  readonly kind = 'invalid';
  constructor(today: string) {
    super('The promised day must come after today.', { today });
  }
}
