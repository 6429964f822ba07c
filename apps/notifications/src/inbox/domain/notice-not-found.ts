import { DomainError } from '@jaki/kernel';

/** There is no such notice in the caller's inbox. Another's notice is no different from none. */
export class NoticeNotFound extends DomainError {
  readonly code = 'notice_not_found';
  readonly kind = 'not_found';

  constructor() {
    super('There is no such notice in your inbox');
  }
}
