import { type FastifyInstance } from 'fastify';
import { findNul, nulIn } from './nul.js';
import { type Fault, validationFailed } from './refusal.js';

/** 1 MB: enough for any command; files go through multipart. */
export const BODY_LIMIT = 1_048_576;

// Deeper than any command. What walks a body does so by recursion, and 1 MB of brackets would exhaust its stack.
const DEEPEST = 32;

/**
 * Reads JSON and nothing else: other media types are 415. An empty body is an absent one, as commands often need none.
 * NUL is looked for only when its escape occurs in the text, so that usual requests do not pay for it.
 */
export function readJsonBodies(server: FastifyInstance): void {
  const parse = server.getDefaultJsonParser('error', 'error');
  server.removeAllContentTypeParsers();
  server.addContentTypeParser<string>(
    'application/json',
    { parseAs: 'string', bodyLimit: BODY_LIMIT },
    (request, text, done) => {
      if (text === '') {
        done(null, undefined);
        return;
      }
      void parse(request, text, (error, body: unknown) => {
        const fault = error === null ? faultOf(text, body) : undefined;
        if (fault === undefined) done(error, body);
        else done(validationFailed([fault]));
      });
    },
  );
}

function faultOf(text: string, body: unknown): Fault | undefined {
  if (isTooDeep(body)) {
    return { in: 'body', pointer: '', code: 'too_deep', detail: `At most ${DEEPEST} levels may be nested.` };
  }
  const nul = text.includes('\\u0000') ? findNul(body) : undefined;
  return nul === undefined ? undefined : nulIn('body', nul);
}

function isTooDeep(value: unknown, levels = DEEPEST): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((child) => isTooDeep(child, levels - 1));
}
