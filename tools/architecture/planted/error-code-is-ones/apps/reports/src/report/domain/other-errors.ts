import { DomainError } from '@jaki/kernel';

export class PhotoNotFound extends DomainError {
  readonly code = 'not_there'; // breaks
  readonly kind = 'not_found';
}
