import { type TSchema, type TSchemaOptions, Type } from 'typebox';
import { RECIPIENT_SEAL_PATTERN } from '@jaki/kernel';

/**
 * Who may learn a field's value from an event:
 * `public` anybody, `pseudonymous` readers who cannot tell whom it stands for without another service's help,
 * `personal` says something of an identifiable person and is refused in every event.
 */
export type Privacy = 'public' | 'pseudonymous' | 'personal';

/** Marks a schema with its privacy class and what the field means; every published field has both. */
export function field<Schema extends TSchema>(privacy: Privacy, description: string, schema: Schema): Schema {
  // TypeBox keeps its own marks (such as optional) in hidden properties, which a spread would lose.
  const copy = Object.defineProperties({}, Object.getOwnPropertyDescriptors(schema)) as Schema;
  return Object.assign(copy, { description, 'x-privacy': privacy });
}

/** A lower-case UUID. */
export const Uuid = (options: TSchemaOptions = {}) =>
  Type.String({ title: 'UUID', pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$', ...options });

/** A lower_snake_case code out of a data set that a city may change: never an enum in a contract. */
export const Code = () => Type.String({ title: 'code', pattern: '^[a-z][a-z0-9_]{0,62}$' });

/** A code of the city's own numbering of its regions, each part within the one before: in Indonesia Kemendagri's. */
const REGION_PATTERN = '^[0-9A-Za-z]{1,12}(\\.[0-9A-Za-z]{1,12}){0,5}$';

/** A region code of any level: in Jakarta `31`, `31.71`, `31.71.01` or `31.71.01.1001`. */
export const Region = () => Type.String({ title: 'region code', pattern: REGION_PATTERN });

/** The code of the smallest region that a pin lies in: in Indonesia a kelurahan. */
export const Kelurahan = () => Type.String({ title: 'kelurahan code', pattern: REGION_PATTERN });

/** A number that people speak of: the city's letters, then digits. */
export const HumanNumber = () => Type.String({ title: 'number', pattern: '^[A-Z]{0,8}\\d{6,}$' });

/** An amount of money, in whole rupiah: at most what a number holds exactly. */
export const Rupiah = () => Type.Integer({ title: 'rupiah', minimum: 0, maximum: Number.MAX_SAFE_INTEGER });

/** An RFC 3339 moment in UTC with milliseconds, as `Date.toISOString` writes it. */
export const Moment = () => Type.String({ title: 'moment', format: 'date-time' });

/** A calendar day in the city's time zone, `YYYY-MM-DD`. */
export const Day = () => Type.String({ title: 'day', format: 'date' });

/** The sealed recipient of notices: see `RecipientSeal` in `@jaki/kernel`. */
export const Seal = () => Type.String({ title: 'sealed recipient', pattern: RECIPIENT_SEAL_PATTERN, maxLength: 2048 });
