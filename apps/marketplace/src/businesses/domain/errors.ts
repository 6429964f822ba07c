import { DomainError } from '@jaki/kernel';

/** Nobody may learn whether the business exists. */
export class BusinessNotFound extends DomainError {
  readonly code = 'business_not_found';
  readonly kind = 'not_found';
  constructor() {
    super('There is no such business, or it is not for you to see.');
  }
}

/** `details.lacking` names what is to be shown first: `nib` or kinds of proof. */
export class ProofLacking extends DomainError {
  readonly code = 'proof_lacking';
  readonly kind = 'conflict';
  constructor(lacking: readonly string[]) {
    super(`A business of its risk is verified once it has shown: ${lacking.join(', ')}.`, { lacking });
  }
}

export class ProofTwice extends DomainError {
  readonly code = 'proof_twice';
  readonly kind = 'invalid';
  constructor(proof: string) {
    super('Each kind of proof is given once: the one that holds.', { proof });
  }
}

/** Two may apply with one NIB; only one of them is verified. */
export class NibTaken extends DomainError {
  readonly code = 'nib_taken';
  readonly kind = 'conflict';
  constructor(options?: ErrorOptions) {
    super('A verified business has this NIB already.', {}, options);
  }
}
