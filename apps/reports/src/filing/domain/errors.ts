import { DomainError } from '@jaki/kernel';

export class ObservedInFuture extends DomainError {
  readonly code = 'observed_in_future';
  readonly kind = 'invalid';
  constructor() {
    super('What has not happened yet cannot have been observed.');
  }
}

export class ReferenceNotAllowed extends DomainError {
  readonly code = 'reference_not_allowed';
  readonly kind = 'forbidden';
  constructor() {
    super('Only channel accounts file with a reference of their own.');
  }
}
