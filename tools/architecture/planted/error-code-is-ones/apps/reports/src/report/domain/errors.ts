import { DomainError } from '@jaki/kernel';

export class ReportNotFound extends DomainError {
  readonly code = 'not_there'; // breaks
  readonly kind = 'not_found';
}

export class ReportClosed extends DomainError {
  readonly code = 'report_closed';
  readonly kind = 'conflict';
}
