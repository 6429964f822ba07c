import { Agent, type IncomingHttpHeaders, request } from 'node:http';
import { text } from 'node:stream/consumers';

export interface Reply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

const agent = new Agent({ keepAlive: true });

/**
 * Sends JSON and waits for the whole answer. The service is asked to say when it has taken the request (`Expect:
 * 100-continue`): one that was lost before that was on its way to a door that was just being shut.
 *
 * @param options.patience milliseconds
 * @throws Error with Node's code when the connection breaks, AbortError when patience ends
 */
export function post(
  url: string,
  body: object,
  options: { headers: Readonly<Record<string, string>>; patience: number; onTaken: () => void },
): Promise<Reply> {
  const payload = JSON.stringify(body);
  const headers = {
    ...options.headers,
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(payload),
    expect: '100-continue',
  };
  return new Promise((resolve, reject) => {
    const signal = AbortSignal.timeout(options.patience);
    const outgoing = request(url, { method: 'POST', agent, headers, signal });
    outgoing.once('error', reject);
    outgoing.once('continue', () => {
      options.onTaken();
      outgoing.end(payload);
    });
    outgoing.once('response', (incoming) => {
      const { statusCode: status = 0, headers: answered } = incoming;
      text(incoming).then((read) => resolve({ status, headers: answered, body: read }), reject);
    });
    outgoing.flushHeaders();
  });
}
