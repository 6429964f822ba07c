import { Parser } from '@asyncapi/parser';

/** What AsyncAPI's own parser has against a document, warnings included; nothing when all is well. */
export async function asyncApiFaults(document: string): Promise<string[]> {
  const diagnostics = await new Parser().validate(document);
  return diagnostics.map(({ message, path }) => `asyncapi.json ${path.join('.')}: ${message}`);
}
