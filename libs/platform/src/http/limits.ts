/** A bound to what one request may cost a service, and what a client is told who goes beyond it. */
export interface Limit {
  /** What is bounded, for the table in docs/generated/limits.md. */
  readonly what: string;
  readonly most: number;
  readonly unit: 'bytes' | 'items' | 'levels' | 'seconds' | 'faults' | 'pixels' | 'requests' | 'lines' | 'rupiah';
  /** Status and code of the answer beyond it. */
  readonly answer: string;
}

/** What every service allows a request. */
export const limits = {
  body: { what: 'a JSON body', most: 1_048_576, unit: 'bytes', answer: '413 `body_too_large`' },
  depth: { what: 'objects and lists within one another', most: 32, unit: 'levels', answer: '400 `validation_failed`' },
  list: { what: 'items of one list in a body', most: 1_000, unit: 'items', answer: '400 `validation_failed`' },
  faults: {
    what: 'faults that an answer lists; the first ones',
    most: 20,
    unit: 'faults',
    answer: '400 `validation_failed`',
  },
  header: { what: 'all headers with the address', most: 16_384, unit: 'bytes', answer: '431 `header_too_large`' },
  headersTime: { what: 'until the headers have come', most: 15, unit: 'seconds', answer: '408 `request_timeout`' },
  requestTime: {
    what: 'until the whole request has come',
    most: 120,
    unit: 'seconds',
    answer: '408 `request_timeout`',
  },
} as const satisfies Readonly<Record<string, Limit>>;
