import { parseArgs } from 'node:util';
import { CannotImport } from '../cannot-import.js';

/** What one import is told. */
export interface Settings {
  readonly file: string;
  /** Of the seller. */
  readonly phone: string;
  /** Whether it is tried on a platform that is started for it and thrown away. */
  readonly own: boolean;
}

/** The stallholder of the demo. */
const EXAMPLE_PHONE = '+6281200000301';
const USAGE = 'Say which file: npm run import:listings -- FILE.csv [--phone +62…] [--own].';

/** @throws CannotImport when it is called otherwise */
export function settingsFrom(args: readonly string[]): Settings {
  const [file, ...more] = read(args).positionals;
  if (file === undefined || more.length > 0) throw new CannotImport(USAGE);
  const { phone, own } = read(args).values;
  if (!/^\+\d{8,15}$/.test(phone)) throw new CannotImport(`${phone} is no phone: write it like ${EXAMPLE_PHONE}.`);
  return { file, phone, own };
}

function read(args: readonly string[]) {
  const options = {
    phone: { type: 'string', default: EXAMPLE_PHONE },
    own: { type: 'boolean', default: false },
  } as const;
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (cause) {
    throw new CannotImport(USAGE, { cause });
  }
}
