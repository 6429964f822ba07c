import { DomainError } from '@jaki/kernel';

export class PhotoNotFound extends DomainError { // breaks
  readonly code = 'not_there';
  readonly kind = 'not_found';
}
