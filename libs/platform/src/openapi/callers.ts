import { type OpenAPIObject } from '@nestjs/swagger';

const METHODS = ['get', 'put', 'post', 'delete', 'patch'] as const;

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']> & { readonly 'x-requires'?: readonly string[] };

/** Says of each operation who may call it, and lists the groups that operations stand in. */
export function describeCallers(document: OpenAPIObject): OpenAPIObject {
  const operations = Object.values(document.paths).flatMap((item) =>
    METHODS.flatMap((method) => (item[method] ? [item[method] as Operation] : [])),
  );
  for (const operation of operations) operation.description ??= callersOf(operation);
  const groups = [...new Set(operations.flatMap(({ tags = [] }) => tags))].sort();
  return { ...document, tags: groups.map((name) => ({ name })) };
}

function callersOf({ 'x-requires': roles, security = [] }: Operation): string {
  if (roles !== undefined) return `For: ${roles.join(', ')}.`;
  return security.length > 0 ? 'For everybody; with a token, as the caller may see it.' : 'For everybody.';
}
