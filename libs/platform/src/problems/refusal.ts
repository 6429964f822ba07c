/** One fault of a request, for people (`detail`) and programs (`code`). */
export interface Fault {
  /** Which part of the request holds it. */
  readonly in: 'body' | 'query' | 'path' | 'header';
  /** JSON pointer into that part: `/pin/lat`; a query or header fault has one step. */
  readonly pointer: string;
  readonly code: string;
  readonly detail: string;
}

interface RefusalOptions extends ErrorOptions {
  readonly faults?: readonly Fault[];
  readonly headers?: Readonly<Record<string, string>>;
}

/** The platform itself refuses a request, before or beside any rule of the domain. Domains throw DomainError. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly status: number;
  readonly code: string;
  readonly faults: readonly Fault[];
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: number,
    code: string,
    detail: string,
    { faults = [], headers = {}, ...rest }: RefusalOptions = {},
  ) {
    super(detail, rest);
    this.status = status;
    this.code = code;
    this.faults = faults;
    this.headers = headers;
  }
}

/** 400 `validation_failed`: the request's shape is wrong, in these places. */
export function validationFailed(faults: readonly Fault[]): Refusal {
  return new Refusal(400, 'validation_failed', 'The request does not have the expected shape.', { faults });
}
