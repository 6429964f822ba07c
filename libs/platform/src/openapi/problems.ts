import { type OpenAPIObject } from '@nestjs/swagger';
import { type Operation, operationsOf } from './operations.js';

const fault = {
  type: 'object',
  required: ['in', 'pointer', 'code', 'detail'],
  properties: {
    in: { type: 'string', enum: ['body', 'query', 'path', 'header'] },
    pointer: { type: 'string', description: 'JSON pointer into that part of the request' },
    code: { type: 'string' },
    detail: { type: 'string' },
  },
};

const problem = {
  type: 'object',
  description: 'RFC 9457. Programs decide by `code`; `detail` is for people and may change.',
  required: ['type', 'title', 'status', 'detail', 'code', 'instance', 'correlationId'],
  properties: {
    type: { type: 'string', format: 'uri' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    code: { type: 'string' },
    instance: { type: 'string' },
    correlationId: { type: 'string' },
    errors: { type: 'array', items: { $ref: '#/components/schemas/Fault' } },
    details: { type: 'object', additionalProperties: true },
  },
  example: {
    type: 'urn:jaki:problem:validation_failed',
    title: 'Bad Request',
    status: 400,
    detail: 'The request does not have the expected shape.',
    code: 'validation_failed',
    instance: '/v1/reports',
    correlationId: '019ab1b2-7c00-7000-8000-000000000000',
    errors: [{ in: 'body', pointer: '/pin/lat', code: 'is_number', detail: 'lat must be a number' }],
  },
};

/** Adds to every operation what it answers when it does not do what was asked. */
export function describeProblems(document: OpenAPIObject): OpenAPIObject {
  const schemas = { ...document.components?.schemas, Problem: problem, Fault: fault } as NonNullable<
    OpenAPIObject['components']
  >['schemas'];
  for (const { operation } of operationsOf(document)) describe(operation);
  return { ...document, components: { ...document.components, ...(schemas && { schemas }) } };
}

function describe(operation: Operation): void {
  const guarded = operation.security !== undefined && operation.security.length > 0;
  operation.responses = {
    ...operation.responses,
    ...(guarded && { '401': refusal('No valid access token'), '403': refusal('The caller may not do this') }),
    default: refusal('Refused'),
  };
}

function refusal(description: string) {
  return { description, content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } };
}
