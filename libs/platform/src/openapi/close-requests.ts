import { type OpenAPIObject } from '@nestjs/swagger';
import { operationsOf } from './operations.js';

type Schema = Record<string, unknown>;

/** Says of what is sent that it holds no other fields than it declares: those are refused, as they would be lost. */
export function closeRequests(document: OpenAPIObject): OpenAPIObject {
  const schemas = (document.components?.schemas ?? {}) as Record<string, Schema>;
  for (const name of sentSchemas(document, schemas)) {
    const schema = schemas[name];
    if (schema?.['type'] === 'object') schemas[name] = { ...schema, additionalProperties: false };
  }
  return document;
}

/** The names of the schemas that request bodies are made of. */
function sentSchemas(document: OpenAPIObject, schemas: Readonly<Record<string, Schema>>): Set<string> {
  const bodies = operationsOf(document).map(({ operation }) => operation.requestBody);
  const names = new Set(refsIn(bodies));
  // Grows while it is walked, by what is named within.
  for (const name of names) for (const inner of refsIn(schemas[name])) names.add(inner);
  return names;
}

function refsIn(value: unknown): string[] {
  const found = JSON.stringify(value ?? null).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g);
  return [...found].map(([, name = '']) => name);
}
