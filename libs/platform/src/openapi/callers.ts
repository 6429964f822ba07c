import { type OpenAPIObject } from '@nestjs/swagger';
import { type Operation, operationsOf } from './operations.js';

type Requiring = Operation & { readonly 'x-requires'?: readonly string[] };

/** Says of each operation who may call it, and lists the groups that operations stand in. */
export function describeCallers(document: OpenAPIObject): OpenAPIObject {
  const operations = operationsOf(document).map(({ operation }): Requiring => operation);
  for (const operation of operations) operation.description ??= callersOf(operation);
  const groups = [...new Set(operations.flatMap(({ tags = [] }) => tags))].sort();
  return { ...document, tags: groups.map((name) => ({ name })) };
}

function callersOf({ 'x-requires': roles, security = [] }: Requiring): string {
  if (roles !== undefined) return `For: ${roles.join(', ')}.`;
  return security.length > 0 ? 'For everybody; with a token, as the caller may see it.' : 'For everybody.';
}
