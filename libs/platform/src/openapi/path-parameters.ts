import { type OpenAPIObject } from '@nestjs/swagger';

type PathItem = OpenAPIObject['paths'][string];
type Parameters = NonNullable<NonNullable<PathItem['get']>['parameters']>;

const METHODS = ['get', 'put', 'post', 'delete', 'patch'] as const;

/**
 * Declares each name in a path as a required parameter. `@nestjs/swagger` leaves it out when its type is one of our ids,
 * which are branded strings; without it no generator can make a client that calls the route.
 */
export function namePathParameters(document: OpenAPIObject): OpenAPIObject {
  for (const [path, item] of Object.entries(document.paths)) {
    const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
    for (const method of METHODS) {
      const operation = item[method];
      if (operation) operation.parameters = [...names.map(inPath), ...withoutPath(operation.parameters)];
    }
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
