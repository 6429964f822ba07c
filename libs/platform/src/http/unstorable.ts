import { type FastifyInstance } from 'fastify';
import { type Fault, Refusal, validationFailed } from '../problems/refusal.js';

const NUL = { code: 'nul_character', detail: 'Text must not hold the NUL character.' };
const BROKEN = { code: 'broken_character', detail: 'Text must not hold one half of a character (a lone surrogate).' };
/** Said of a name that no DTO declares. */
export const UNKNOWN_FIELD = { code: 'unknown_field', detail: 'A field of this name is not expected.' };

/**
 * Finds text that could not be stored as it was sent, in any text or name of a JSON value: NUL, which PostgreSQL's text
 * cannot hold, and half characters, which no UTF-8 can. Also the name `__proto__`, which is nobody's field.
 *
 * @returns the first one
 */
export function findUnstorable(value: unknown, part: Fault['in'], pointer = ''): Fault | undefined {
  if (typeof value === 'string') return faultIn(value, part, pointer);
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [name, child] of Object.entries(value)) {
    const here = `${pointer}/${escapedName(name)}`;
    const own = name === '__proto__' ? { in: part, pointer: here, ...UNKNOWN_FIELD } : faultIn(name, part, here);
    const found = own ?? findUnstorable(child, part, here);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** What is wrong with one text, which stands at that place. */
export function faultIn(text: string, part: Fault['in'], pointer: string): Fault | undefined {
  const printable = pointer.replaceAll('\0', '').toWellFormed();
  if (text.includes('\0')) return { in: part, pointer: printable, ...NUL };
  return text.isWellFormed() ? undefined : { in: part, pointer: printable, ...BROKEN };
}

/** A name as a step of a JSON pointer (RFC 6901). */
export function escapedName(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}

/** Refuses addresses whose percent-encoding holds NUL, or bytes that are no UTF-8. */
export function refuseUnstorableAddress(server: FastifyInstance): void {
  server.addHook('onRequest', (request, _reply, done) => {
    done(request.url.includes('%') ? refusalOf(request.url) : undefined);
  });
}

function refusalOf(url: string): Refusal | undefined {
  try {
    const fault = faultIn(decodeURIComponent(url), 'query', '');
    return fault && validationFailed([fault]);
  } catch (cause) {
    return new Refusal(400, 'malformed_url', 'The percent-encoding of the address is no UTF-8.', { cause });
  }
}
