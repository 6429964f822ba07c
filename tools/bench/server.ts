import { fileURLToPath } from 'node:url';
import { ServerProcess } from '@jaki/testing/embedded';
import { imageFlags } from '../containers/image-command.js';

export interface ServerOptions {
  readonly name: string;
  /** The built program, from the root of the workspace. */
  readonly main: string;
  readonly port: number;
  /** The processor core that it has to stay on. */
  readonly core: number;
  /** For its log. */
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
}

const root = new URL('../../', import.meta.url);

/** A server as in production: built, without source condition, with the flags of the image, its log going to a file. */
export function productionServer({ name, main, port, core, folder, env }: ServerOptions): ServerProcess {
  const program = fileURLToPath(new URL(main, root));
  return new ServerProcess({
    name,
    folder,
    command: 'taskset',
    args: ['-c', String(core), process.execPath, ...imageFlags(), program],
    env: { PATH: process.env['PATH'], NODE_ENV: 'production', LOG_LEVEL: 'info', PORT: String(port), ...env },
    stopSignal: 'SIGTERM',
    ready: () => isReady(`http://127.0.0.1:${port}`),
  });
}

async function isReady(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(2000) })).ok;
  } catch {
    return false;
  }
}
