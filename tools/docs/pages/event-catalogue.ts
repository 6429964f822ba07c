import { type EventDeclaration, eventTypes, jsonSchema, type Topic, topics } from '@jaki/contracts';
import { code, markdownPage, type Page, table } from '../markdown.js';
import { type ServiceEvents } from '../services.js';

/** Every event: when it happens, who announces and who hears it, its fields and a sample. */
export function eventCatalogue(services: readonly ServiceEvents[]): Promise<Page> {
  const events = [...eventTypes.values()];
  return markdownPage(
    'events.md',
    '# Events',
    `What services tell each other, and all that they do: ${events.length} events on ${topics.length} topics, as
CloudEvents 1.0 in binary mode, keyed by the aggregate. A field is public, or pseudonymous: it stands for somebody whom
only another service can tell. [asyncapi.json](asyncapi.json) and the [schemas](schemas/) say the same to programs.`,
    table(
      ['event', 'when', 'heard by'],
      events.map((event) => [link(event), event.summary, listeners(event, services)]),
    ),
    ...topics.flatMap((topic) => [topicSection(topic), ...events.filter((each) => each.topic === topic).map(section)]),
  );
}

function link({ type }: EventDeclaration): string {
  return `[${type}](#${type.replaceAll('.', '')})`;
}

function listeners({ type }: EventDeclaration, services: readonly ServiceEvents[]): string {
  const heardBy = services.filter(({ hears }) => hears.some((event) => event.type === type));
  return heardBy.map(({ service }) => service).join(', ') || '–';
}

function topicSection({ name, owner, partitions, retentionMs, description }: Topic): string {
  const kept = retentionMs === -1 ? 'for ever' : `${retentionMs / 86_400_000} days`;
  return `## Topic ${code(name)}\n\n${description}. Written by ${owner} alone; ${partitions} partitions, kept ${kept}.`;
}

interface Field {
  readonly type?: string;
  readonly items?: Field;
  readonly title?: string;
  readonly format?: string;
  readonly description?: string;
  readonly 'x-privacy'?: string;
}

function section(event: EventDeclaration): string {
  const { properties, required = [] } = jsonSchema(event) as {
    properties: Record<string, Field>;
    required?: readonly string[];
  };
  const rows = Object.entries(properties).map(([name, field]) => [
    code(name) + (name === event.key ? ' (key)' : ''),
    typeOf(field) + (required.includes(name) ? '' : ', optional'),
    field['x-privacy'] ?? '',
    field.description ?? '',
  ]);
  return [
    `### ${event.type}`,
    `${event.summary}.`,
    table(['field', 'type', 'privacy', 'meaning'], rows),
    `\`\`\`json\n${JSON.stringify(event.sample, null, 2)}\n\`\`\``,
  ].join('\n\n');
}

function typeOf({ type = 'any', items, title, format }: Field): string {
  return items ? `list of ${typeOf(items)}` : (title ?? format ?? type);
}
