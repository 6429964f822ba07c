import { DomainError } from '@jaki/kernel';

export class __Thing__NotValid extends DomainError {
  readonly code = '__thing___not_valid';
  readonly kind = 'invalid';
  constructor(why: string) {
    super(`The __thing__ is refused: ${why}`);
  }
}
