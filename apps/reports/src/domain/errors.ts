import { DomainError, type ErrorKind } from '@jaki/kernel';
import type { Command, State, Who } from './workflow.js';

/** Nobody may learn whether the report exists. */
export class ReportNotFound extends DomainError {
  readonly code = 'report_not_found';
  readonly kind = 'not_found';
  constructor() {
    super('There is no such report, or it is not for you to see.');
  }
}

export class IllegalTransition extends DomainError {
  readonly code = 'illegal_transition';
  readonly kind = 'conflict';
  constructor(state: State, command: Command) {
    super(`A report that is ${state} has no step "${command}".`, { state, command });
  }
}

type Refused = 'not_the_holder' | 'not_the_validator' | 'not_the_reporter' | 'not_a_reporter';

const refusals: Record<Who, Refused> = {
  citizen: 'not_a_reporter',
  channel: 'not_a_reporter',
  holder: 'not_the_holder',
  holder_agency: 'not_the_holder',
  kelurahan: 'not_the_holder',
  other_validator: 'not_the_validator',
  reporter: 'not_the_reporter',
};

/** The step is possible, but not for this caller. */
export class NotYourStep extends DomainError {
  readonly code: Refused;
  readonly kind = 'forbidden';
  constructor(command: Command, who: readonly [Who, ...Who[]]) {
    super(`Only ${who.join(' or ')} may ${command} this report.`, { command, who });
    this.code = refusals[who[0]];
  }
}

/** A rule about what is asked for, whoever asks. */
class Rule extends DomainError {
  readonly kind: ErrorKind = 'invalid';
  constructor(
    readonly code: string,
    message: string,
    details: Readonly<Record<string, unknown>> = {},
    options?: ErrorOptions,
  ) {
    super(message, details, options);
  }
}

export class ObservedInFuture extends Rule {
  constructor() {
    super('observed_in_future', 'What has not happened yet cannot have been observed.');
  }
}

export class NotAnotherAgency extends Rule {
  constructor() {
    super('not_another_agency', 'A report is passed on to an agency other than the one that has it.');
  }
}

export class NotItsSubAgency extends Rule {
  constructor() {
    super('not_its_sub_agency', 'An agency instructs its own sub-agencies only.');
  }
}

export class NotInFuture extends Rule {
  constructor(today: string) {
    super('not_in_future', 'The promised day must come after today.', { today });
  }
}

/** Unknown, another's, already used or of another organisation: the answer does not tell which. */
export class PhotoNotUsable extends Rule {
  constructor(photoId: string) {
    super('photo_not_usable', 'The photo is not an unused one of yours.', { photoId });
  }
}

export class ProofNotNew extends Rule {
  constructor(options?: ErrorOptions) {
    super('proof_not_new', 'A photo proves one thing once: use pictures that were not proof before.', {}, options);
  }
}

export class ReferenceNotAllowed extends Rule {
  override readonly kind = 'forbidden';
  constructor() {
    super('reference_not_allowed', 'Only channel accounts file with a reference of their own.');
  }
}
