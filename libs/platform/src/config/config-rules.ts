import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ValidateBy } from 'class-validator';

/**
 * A rule for a variable, said as the rest of a sentence about it. The value is not repeated: secrets get into no log.
 *
 * @param holds may throw for what does not fit
 */
export function configRule(name: string, says: string, holds: (value: unknown) => boolean): PropertyDecorator {
  const validate = (value: unknown) => {
    try {
      return holds(value);
    } catch {
      return false;
    }
  };
  return ValidateBy({ name, validator: { validate, defaultMessage: () => `$property ${says}` } });
}

/** The same for a text. */
export function textRule(name: string, says: string, holds: (value: string) => boolean): PropertyDecorator {
  return configRule(name, says, (value) => typeof value === 'string' && holds(value));
}

/** Where requests go: an address that a path can be put behind. */
export const IsBaseUrl = (): PropertyDecorator =>
  textRule('isBaseUrl', 'must be an http(s) address without user, query and fragment', (value) => {
    const { protocol, username, password } = new URL(value);
    return /^https?:$/.test(protocol) && username + password === '' && !/[?#\s]/.test(value);
  });

/** An origin exactly as browsers and tokens write it. */
export const IsOrigin = (): PropertyDecorator =>
  textRule('isOrigin', 'must be scheme, host and port alone, such as https://id.example', isOrigin);

/** A list of origins, which may be empty. */
export const IsOriginList = (): PropertyDecorator =>
  configRule(
    'isOriginList',
    'must be origins separated by commas, such as https://app.example',
    (value) => Array.isArray(value) && value.every(isOrigin),
  );

/** An address of a database that the driver can take apart. */
export const IsPostgresUrl = (): PropertyDecorator =>
  textRule('isPostgresUrl', 'must be a postgresql:// address', (value) => {
    const { protocol, username, password, pathname } = new URL(value);
    const parts = [username, password, pathname].map(decodeURIComponent);
    return /^postgres(ql)?:$/.test(protocol) && parts.length === 3;
  });

/** A folder with a city's data in it. */
export const IsCityFolder = (): PropertyDecorator =>
  textRule('isCityFolder', 'must be a folder that holds city.json', (value) => existsSync(join(value, 'city.json')));

const isOrigin = (value: unknown): boolean =>
  typeof value === 'string' && /^https?:/.test(value) && new URL(value).origin === value;
