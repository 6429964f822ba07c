import { type FastifyInstance } from 'fastify';
import { type Fault, validationFailed } from './refusal.js';

const detail = 'Text must not hold the NUL character.';
const code = 'nul_character';

/**
 * Finds the NUL character, which PostgreSQL's text cannot hold, in any text or name of a JSON value.
 *
 * @returns a JSON pointer to the first one
 */
export function findNul(value: unknown, pointer = ''): string | undefined {
  if (typeof value === 'string') return value.includes('\0') ? pointer : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [name, child] of Object.entries(value)) {
    const here = `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    const found = name.includes('\0') ? here.replaceAll('\0', '') : findNul(child, here);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Refuses NUL in the address, and in bodies that were not read as JSON by us (forms with files do their own). */
export function refuseNulInAddress(server: FastifyInstance): void {
  server.addHook('onRequest', (request, _reply, done) => {
    done(request.url.includes('%00') ? validationFailed([nulIn('query', '')]) : undefined);
  });
}

/** A fault that says where the NUL stands. */
export function nulIn(part: Fault['in'], pointer: string): Fault {
  return { in: part, pointer, code, detail };
}
