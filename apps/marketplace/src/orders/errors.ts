import { DomainError } from '@jaki/kernel';

/** Before it is paid, its checkout is given up as a whole: there is one QR code for all of it. */
export class PayFirst extends DomainError {
  readonly code = 'not_paid_yet';
  readonly kind = 'conflict';
  constructor() {
    super('It is not paid yet: give its checkout up, which ends all of its orders.');
  }
}
