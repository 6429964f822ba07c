import { type OpenAPIObject } from '@nestjs/swagger';
import { type Operation, operationsOf } from './operations.js';

type Parameters = NonNullable<Operation['parameters']>;

/**
 * Declares each name in a path as a required parameter. `@nestjs/swagger` leaves it out when its type is one of our ids,
 * which are branded strings; without it no generator can make a client that calls the route.
 */
export function namePathParameters(document: OpenAPIObject): OpenAPIObject {
  for (const { path, operation } of operationsOf(document)) {
    const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
    operation.parameters = [...names.map(inPath), ...withoutPath(operation.parameters)];
  }
  return document;
}

function withoutPath(parameters: Parameters = []): Parameters {
  return parameters.filter((parameter) => !('in' in parameter && parameter.in === 'path'));
}

/** Ids are UUIDs wherever they stand in an address: `id`, `noticeId`. */
function inPath(name: string): Parameters[number] {
  const schema = /(^id|Id)$/.test(name) ? { type: 'string', format: 'uuid' } : { type: 'string' };
  return { name, in: 'path', required: true, schema };
}
