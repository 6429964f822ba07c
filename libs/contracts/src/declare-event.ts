import { type Static, type TObject, type TProperties, type TSchema, Type } from 'typebox';
import { Compile, type Validator } from 'typebox/compile';
import type { Topic } from './topic.js';

/** All that there is to know about one kind of event in one major version. Made by `declareEvent` only. */
export interface EventDeclaration<Type extends string = string, Fields extends TProperties = TProperties> {
  /** `<service>.<aggregate>.<past tense>.v<major>`; also `ce_type`. */
  readonly type: Type;
  readonly topic: Topic;
  /** When it happens, for whoever subscribes to it. One sentence. */
  readonly summary: string;
  /** JSON Schema (2020-12) of `data`. Unknown fields are allowed: a newer producer may add optional ones. */
  readonly schema: TObject<Fields>;
  /** A complete, valid example, kept for ever. */
  readonly sample: Static<TObject<Fields>>;
  /** Which field of `data` names the aggregate: the Kafka key and `ce_subject`. */
  readonly key: string;
  /** The address of the schema, `ce_dataschema`. */
  readonly dataschema: string;
  /** For readers: lets unknown fields pass. */
  readonly validator: Validator;
  /** For writers: lets declared fields pass only. */
  readonly strictValidator: Validator;
}

/** The `data` of a declared event. */
export type EventData<Declaration> =
  Declaration extends EventDeclaration<string, infer Fields> ? Static<TObject<Fields>> : never;

/**
 * Declares an event once: its TypeScript type, JSON Schema, sample, topic and key all come from here.
 *
 * @throws TypeError when a field has no privacy class or is personal, or the sample does not fit the schema
 */
export function declareEvent<const Name extends string, Fields extends TProperties>(declaration: {
  type: Name;
  topic: Topic;
  summary: string;
  key: keyof Fields & string;
  fields: Fields;
  sample: Static<TObject<Fields>>;
}): EventDeclaration<Name, Fields> {
  const { type, topic, summary, key, fields, sample } = declaration;
  for (const [name, schema] of Object.entries(fields)) refuseUnlessPublishable(`${type} ${name}`, schema);
  const dataschema = `urn:jaki:schema:${type}`;
  const schema = Type.Object(fields, { $id: dataschema, title: type, description: summary });
  const validator = Compile(schema);
  if (!validator.Check(sample)) {
    throw new TypeError(`the sample of ${type} does not fit: ${JSON.stringify(validator.Errors(sample))}`);
  }
  return { type, topic, summary, schema, sample, key, dataschema, validator, strictValidator: Compile(closed(schema)) };
}

/** The same schema, but refusing fields that it does not declare, at any depth. */
function closed(schema: TObject): TSchema {
  return JSON.parse(JSON.stringify(schema), (_, value: unknown) => {
    const isObject = typeof value === 'object' && value !== null && 'type' in value && value.type === 'object';
    return isObject ? { ...value, additionalProperties: false } : value;
  }) as TSchema;
}

function refuseUnlessPublishable(where: string, schema: object): void {
  const privacy = 'x-privacy' in schema ? schema['x-privacy'] : undefined;
  if (privacy !== 'public' && privacy !== 'pseudonymous') {
    throw new TypeError(`${where} is ${String(privacy)}: an event carries public and pseudonymous fields only`);
  }
}
