import { type FastifyInstance } from 'fastify';
import { findNul, nulIn } from './nul.js';
import { validationFailed } from './refusal.js';

/** 1 MB: enough for any command; files go through multipart. */
export const BODY_LIMIT = 1_048_576;

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
        const pointer = error === null && text.includes('\\u0000') ? findNul(body) : undefined;
        if (pointer === undefined) done(error, body);
        else done(validationFailed([nulIn('body', pointer)]));
      });
    },
  );
}
