import { DomainError } from '@jaki/kernel';

/**
 * The text is no QRIS code that can be read, or none can be written of what was given.
 *
 * `at` counts the characters before the place that is wrong, 0 when the code as a whole is meant; `why` names tags and
 * rules, never what a tag holds.
 */
export class QrisNotReadable extends DomainError {
  readonly code = 'qris_not_readable';
  readonly kind = 'invalid';
  constructor(at: number, why: string) {
    super(`The QRIS code is not usable, at character ${at}: ${why}.`, { at, why });
  }
}
