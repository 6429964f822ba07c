import { parseArgs } from 'node:util';
import { findPlatform } from '../dev/addresses.js';
import { chooseFolder } from '../dev/data-folder.js';
import { CannotImport } from './cannot-import.js';
import { CHANNEL, type ChannelAccount } from './channel-account.js';

/** What one import is told. */
export interface Settings {
  readonly file: string;
  /** Whose features these are: the first part of the permanent reference. */
  readonly source: string;
  /** The address of the reports service. */
  readonly reports: string;
  readonly account: ChannelAccount;
}

const USAGE = 'Say which file: npm run import:reports -- FILE.geojson [--source NAME].';

/**
 * The platform that `npm start` runs on this machine, unless REPORTS_URL, IDENTITY_URL and CLIENT_SECRET
 * name another one.
 *
 * @throws CannotImport when no file is named or no platform is known
 */
export function settingsFrom(args: readonly string[], env: NodeJS.ProcessEnv): Settings {
  const { file, source = CHANNEL } = read(args);
  const local = findPlatform(chooseFolder(env).folder);
  const reports = env['REPORTS_URL'] ?? local?.of('reports');
  const identity = env['IDENTITY_URL'] ?? local?.of('identity');
  const clientSecret = env['CLIENT_SECRET'] ?? local?.clientSecret(CHANNEL);
  if (reports === undefined || identity === undefined || clientSecret === undefined) {
    throw new CannotImport(
      'No platform runs here: start one with `npm start`, or name another by REPORTS_URL, IDENTITY_URL and CLIENT_SECRET.',
    );
  }
  return { file, source, reports, account: { identity, clientId: CHANNEL, clientSecret } };
}

function read(args: readonly string[]): { file: string; source?: string } {
  try {
    const options = { source: { type: 'string' } } as const;
    const { positionals, values } = parseArgs({ args: [...args], options, allowPositionals: true });
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0) throw new CannotImport(USAGE);
    return { file, ...values };
  } catch (cause) {
    throw new CannotImport(USAGE, { cause });
  }
}
