import { type FastifyInstance, type FastifyRequest } from 'fastify';
import { type Fault, Refusal, validationFailed } from '../problems/refusal.js';
import { limits } from './limits.js';
import { findUnstorable } from './unstorable.js';

// Without a mark at its beginning, which RFC 8259 lets a reader skip; throws on what is no UTF-8.
const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Reads JSON in UTF-8 and nothing else: other media types, charsets and codings are 415. An empty body is an absent one,
 * as commands often need none.
 */
export function readJsonBodies(server: FastifyInstance): void {
  server.removeAllContentTypeParsers();
  server.addHook('onRequest', (request, _reply, done) => {
    done(refusalOfCoding(request));
  });
  server.addContentTypeParser<Buffer>(
    'application/json',
    { parseAs: 'buffer', bodyLimit: limits.body.most },
    (request, bytes, done) => {
      try {
        done(null, readJson(request, bytes));
      } catch (error) {
        done(error as Error);
      }
    },
  );
}

/** We unfold nothing: a client that folds its bodies learns that it must not (RFC 9110, 15.5.16). */
function refusalOfCoding({ headers }: FastifyRequest): Refusal | undefined {
  const coding = headers['content-encoding']?.trim().toLowerCase() ?? 'identity';
  if (coding === 'identity' || coding === '') return undefined;
  const options = { headers: { 'accept-encoding': 'identity' } };
  return new Refusal(415, 'unsupported_media_type', 'Send the body as it is, without Content-Encoding.', options);
}

function readJson(request: FastifyRequest, bytes: Buffer): unknown {
  const charset = /;\s*charset\s*=\s*"?([^\s;"]+)/i.exec(request.headers['content-type'] ?? '')?.[1];
  if (charset !== undefined && charset.toLowerCase() !== 'utf-8') {
    throw new Refusal(415, 'unsupported_media_type', 'JSON is sent in UTF-8 (RFC 8259).');
  }
  if (bytes.length === 0) return undefined;
  const text = textOf(bytes);
  const body = parse(text);
  const fault = faultOf(text, body);
  if (fault !== undefined) throw validationFailed([fault]);
  return body;
}

function textOf(bytes: Buffer): string {
  try {
    return utf8.decode(bytes);
  } catch (cause) {
    throw new Refusal(400, 'malformed_json', 'The body is not UTF-8, in which JSON is sent (RFC 8259).', { cause });
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw new Refusal(400, 'malformed_json', 'The body is no JSON.', { cause });
  }
}

/** Escapes and odd names are looked for only when they occur in the text, so that usual requests do not pay for it. */
function faultOf(text: string, body: unknown): Fault | undefined {
  const shape = oddShape(body, limits.depth.most);
  if (shape !== undefined) return { in: 'body', pointer: '', ...shape };
  return /\\u(0000|d[89a-f])|__proto__/i.test(text) ? findUnstorable(body, 'body') : undefined;
}

const TOO_DEEP = { code: 'too_deep', detail: `At most ${limits.depth.most} levels may be nested.` };
const TOO_LONG = { code: 'too_many_items', detail: `A list has at most ${limits.list.most} items.` };

/** What walks a body does so by recursion, and 1 MB of brackets would exhaust its stack. */
function oddShape(value: unknown, levels: number): typeof TOO_DEEP | typeof TOO_LONG | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (levels === 0) return TOO_DEEP;
  if (Array.isArray(value) && value.length > limits.list.most) return TOO_LONG;
  for (const name in value) {
    const odd = oddShape((value as Record<string, unknown>)[name], levels - 1);
    if (odd !== undefined) return odd;
  }
  return undefined;
}
