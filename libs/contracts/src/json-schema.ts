import type { EventDeclaration } from './declare-event.js';

/**
 * The JSON Schema (draft 2020-12) of an event's data as a document of its own, for whoever reads our topics without our
 * code: with the sample, the topic and the field that is the Kafka key. Plain JSON.
 */
export function jsonSchema({ schema, sample, topic, key }: EventDeclaration): Readonly<Record<string, unknown>> {
  const document = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    ...schema,
    examples: [sample],
    'x-topic': topic.name,
    'x-key': key,
  };
  return JSON.parse(JSON.stringify(document)) as Record<string, unknown>;
}
