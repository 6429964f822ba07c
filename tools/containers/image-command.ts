import { readFileSync } from 'node:fs';

const dockerfile = readFileSync(new URL('../../Dockerfile', import.meta.url), 'utf8');

/**
 * How a service's image starts it, as the Dockerfile says: what stands between `node` and the program.
 *
 * @throws TypeError when the last command there is not `node … dist/main.js`
 */
export function imageFlags(): string[] {
  const command = JSON.parse(
    dockerfile
      .match(/^CMD (\[.*\])$/gm)
      ?.at(-1)
      ?.slice('CMD '.length) ?? '[]',
  ) as string[];
  if (command[0] !== 'node' || command.at(-1) !== 'dist/main.js')
    throw new TypeError('the Dockerfile starts no service');
  return command.slice(1, -1);
}
