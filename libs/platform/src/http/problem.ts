import { STATUS_CODES } from 'node:http';
import { HttpException } from '@nestjs/common';
import { DomainError, type ErrorKind } from '@jaki/kernel';
import { isDatabaseDown, isLockTimeout } from '../data/database-errors.js';
import { isError } from '../problems/is-error.js';
import { type Fault, Refusal } from '../problems/refusal.js';

/** What a client is told about an error: RFC 9457, without what belongs to one request. */
export interface Problem {
  readonly status: number;
  /** Stable, lower_snake_case: programs decide by it. */
  readonly code: string;
  readonly detail: string;
  readonly errors?: readonly Fault[];
  readonly details?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What each kind of a domain's error is answered with. */
export const STATUS_OF_KIND: Readonly<Record<ErrorKind, number>> = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  too_large: 413,
  unsupported: 415,
  too_many: 429,
  unavailable: 503,
};

const CODE_OF_STATUS: Readonly<Record<number, string>> = {
  400: 'bad_request',
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not_found',
  405: 'method_not_allowed',
  409: 'conflict',
  413: 'body_too_large',
  414: 'uri_too_long',
  415: 'unsupported_media_type',
  429: 'too_many_requests',
  503: 'unavailable',
};

const CODE_OF_FASTIFY: Readonly<Record<string, string>> = {
  FST_ERR_BAD_URL: 'malformed_url',
  FST_ERR_CTP_INVALID_JSON_BODY: 'malformed_json',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'malformed_body',
};

const INTERNAL: Problem = { status: 500, code: 'internal', detail: 'Something went wrong on our side.' };

/** Finds what to tell the client. An error that nobody foresaw tells nothing: it may hold anything. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Refusal) {
    const { status, code, message, faults, headers } = error;
    return { status, code, detail: message, headers, ...(faults.length > 0 && { errors: faults }) };
  }
  if (error instanceof DomainError) return problemOfDomainError(error);
  if (error instanceof HttpException) return problemOfHttpException(error);
  if (isDatabaseDown(error)) {
    return { status: 503, code: 'unavailable', detail: 'Please try again shortly.', headers: { 'retry-after': '2' } };
  }
  if (isLockTimeout(error)) {
    return { status: 409, code: 'busy', detail: 'Another request is changing the same thing; please try again.' };
  }
  return problemOfServerError(error) ?? INTERNAL;
}

function problemOfDomainError({ kind, code, message, details }: DomainError): Problem {
  const seconds = details['retryAfterSeconds'];
  return {
    status: STATUS_OF_KIND[kind],
    code,
    detail: message,
    ...(Object.keys(details).length > 0 && { details }),
    ...(typeof seconds === 'number' && { headers: { 'retry-after': String(Math.ceil(seconds)) } }),
  };
}

function problemOfHttpException(error: HttpException): Problem {
  const status = error.getStatus();
  if (status >= 500) return INTERNAL;
  return problemOfServerError(error.cause) ?? { status, code: codeOf(status), detail: error.message };
}

/** Fastify and its plugins mark what a client did wrong by a status below 500. */
function problemOfServerError(error: unknown): Problem | undefined {
  if (!isError(error) || !('statusCode' in error)) return undefined;
  const status = error.statusCode;
  if (typeof status !== 'number' || status < 400 || status >= 500) return undefined;
  const named = 'code' in error ? CODE_OF_FASTIFY[String(error.code)] : undefined;
  const code = named ?? (error instanceof SyntaxError ? 'malformed_json' : codeOf(status));
  return { status, code, detail: error.message };
}

function codeOf(status: number): string {
  return CODE_OF_STATUS[status] ?? 'bad_request';
}

/** The body as the client gets it. */
export function problemBody({ status, code, detail, errors, details }: Problem, request: { url: string; id: string }) {
  return {
    type: `urn:jaki:problem:${code}`,
    title: STATUS_CODES[status] ?? 'Error',
    status,
    detail,
    code,
    instance: request.url.split('?', 1)[0],
    correlationId: request.id,
    ...(errors && { errors }),
    ...(details && { details }),
  };
}
