import { eventTypes, jsonSchema } from '@jaki/contracts';
import { jsonPage, type Page } from '../markdown.js';

/** One JSON Schema document for each event. */
export function schemas(): Page[] {
  return [...eventTypes.values()].map((event) => jsonPage(`schemas/${event.type}.json`, jsonSchema(event)));
}
