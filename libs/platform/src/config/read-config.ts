import { readFileSync } from 'node:fs';
import { plainToInstance } from 'class-transformer';
import { getMetadataStorage, validateSync } from 'class-validator';
import { type PlatformConfig } from './platform-config.js';

/** The environment does not fit; the message names every fault, so that one start is enough to mend them all. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads a service's configuration from environment variables. `<NAME>_FILE` names a file that holds the value
 * (trimmed), for secrets that must not stand in the environment. An empty variable counts as absent.
 *
 * @throws ConfigError with all faults in one message
 */
export function readConfig<C extends PlatformConfig>(type: new () => C, environment: Environment): C {
  const faults: string[] = [];
  const names = namesOf(type);
  const values = Object.fromEntries(names.map((name) => [name, valueOf(name, environment, faults)]));
  const present = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
  const config = plainToInstance(type, present, { exposeDefaultValues: true });
  for (const error of validateSync(config, { stopAtFirstError: true })) {
    if (faults.some((fault) => fault.startsWith(`${error.property}_FILE`))) continue;
    if (present[error.property] === undefined) faults.push(`${error.property} is missing`);
    else faults.push(...Object.values(error.constraints ?? {}));
  }
  if (faults.length > 0) throw new ConfigError(`The configuration does not fit: ${faults.join('; ')}.`);
  return config;
}

function namesOf(type: new () => object): string[] {
  const rules = getMetadataStorage().getTargetValidationMetadatas(type, '', true, false);
  return [...new Set(rules.map((rule) => rule.propertyName))];
}

function valueOf(name: string, environment: Environment, faults: string[]): string | undefined {
  const direct = environment[name];
  const file = environment[`${name}_FILE`];
  if (file === undefined || file === '') return direct === '' ? undefined : direct;
  if (direct !== undefined && direct !== '') {
    faults.push(`${name}_FILE and ${name} are both given`);
    return undefined;
  }
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    faults.push(`${name}_FILE cannot be read (${error instanceof Error ? error.message : String(error)})`);
    return undefined;
  }
}
