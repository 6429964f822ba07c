import { type OpenAPIObject } from '@nestjs/swagger';
import { type Operation, operationsOf } from '@jaki/platform';
import { type Direction, type JsonSchema, schemaBreaks } from './schema-direction.js';

type Content = Readonly<Record<string, { readonly schema?: JsonSchema }>>;

/** In what a newer document of a service does not keep to an older one: what a client of the older one would trip over. */
export function restBreaks(older: OpenAPIObject, newer: OpenAPIObject): string[] {
  const after = byAddress(newer);
  return [...byAddress(older)].flatMap(([at, was]) => {
    const is = after.get(at);
    if (is === undefined) return [`${at} is gone`];
    const schemas = new Comparison(older, newer);
    return [...accessBreaks(was, is), ...parameterBreaks(was, is, schemas), ...bodyBreaks(was, is, schemas)]
      .concat(answerBreaks(was, is, schemas))
      .map((sentence) => `${at}: ${sentence}`);
  });
}

function byAddress(document: OpenAPIObject): Map<string, Operation> {
  return new Map(
    operationsOf(document).map(({ path, method, operation }) => [`${method.toUpperCase()} ${path}`, operation]),
  );
}

/** Two documents, whose schemas may refer to their components. */
class Comparison {
  constructor(
    private readonly older: OpenAPIObject,
    private readonly newer: OpenAPIObject,
  ) {}

  of(at: string, direction: Direction, [was, is]: readonly [JsonSchema | undefined, JsonSchema | undefined]): string[] {
    const [before, after] = [this.older, this.newer].map(({ components }) => components?.schemas ?? {});
    return schemaBreaks({ at, direction, before: before ?? {}, after: after ?? {} }, was ?? {}, is ?? {});
  }
}

function accessBreaks(was: Operation, is: Operation): string[] {
  const open = ({ security = [] }: Operation) => security.length === 0 || security.some((each) => isEmpty(each));
  return open(was) && !open(is) ? ['a token was not needed and is'] : [];
}

function parameterBreaks(was: Operation, is: Operation, schemas: Comparison): string[] {
  const [before, after] = [parametersOf(was), parametersOf(is)];
  const added = [...after].filter(([name, { required }]) => !before.has(name) && required);
  return [
    ...added.map(([name]) => `${name} is new and required`),
    ...[...before].flatMap(([name, old]) => {
      const now = after.get(name);
      if (now === undefined) return [`${name} is gone`];
      const needed = !old.required && now.required ? [`${name} was optional and is required`] : [];
      return [...needed, ...schemas.of(name, 'sent', [old.schema, now.schema])];
    }),
  ];
}

function parametersOf({ parameters = [] }: Operation) {
  const all = parameters.flatMap((each) => ('in' in each ? [each] : []));
  return new Map(
    all.map((each) => {
      const { name, in: where, required = false, schema } = each;
      return [`${where} ${name}`, { required, schema: schema as JsonSchema | undefined }] as const;
    }),
  );
}

function bodyBreaks(was: Operation, is: Operation, schemas: Comparison): string[] {
  const [before, after] = [contentOf(was.requestBody), contentOf(is.requestBody)];
  if (Object.keys(before).length === 0) return Object.keys(after).length > 0 ? ['the body is new'] : [];
  return contentBreaks('the body', 'sent', { before, after, schemas });
}

function answerBreaks(was: Operation, is: Operation, schemas: Comparison): string[] {
  const after = new Map(Object.entries(is.responses));
  const good = Object.entries(was.responses).filter(([status]) => /^[23]/.test(status));
  return good.flatMap(([status, answer]) => {
    if (!after.has(status)) return [`it is answered ${status} no more`];
    const contents = { before: contentOf(answer), after: contentOf(after.get(status)), schemas };
    return contentBreaks(`the answer ${status}`, 'received', contents);
  });
}

interface Contents {
  readonly before: Content;
  readonly after: Content;
  readonly schemas: Comparison;
}

function contentBreaks(what: string, direction: Direction, { before, after, schemas }: Contents): string[] {
  return Object.entries(before).flatMap(([type, { schema }]) => {
    const now = after[type];
    return now === undefined ? [`${what} is no ${type} any more`] : schemas.of(what, direction, [schema, now.schema]);
  });
}

function contentOf(holder: unknown): Content {
  return (holder as { content?: Content } | undefined)?.content ?? {};
}

function isEmpty(value: object): boolean {
  return Object.keys(value).length === 0;
}
