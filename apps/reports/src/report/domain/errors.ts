import { DomainError } from '@jaki/kernel';

/** Nobody may learn whether the report exists. */
export class ReportNotFound extends DomainError {
  readonly code = 'report_not_found';
  readonly kind = 'not_found';
  constructor() {
    super('There is no such report, or it is not for you to see.');
  }
}

/** Unknown, another's, already used or of another organisation: the answer does not tell which. */
export class PhotoNotUsable extends DomainError {
  readonly code = 'photo_not_usable';
  readonly kind = 'invalid';
  constructor(photoId: string) {
    super('The photo is not an unused one of yours.', { photoId });
  }
}

export class ProofNotNew extends DomainError {
  readonly code = 'proof_not_new';
  readonly kind = 'invalid';
  constructor(options?: ErrorOptions) {
    super('A photo proves one thing once: use pictures that were not proof before.', {}, options);
  }
}
