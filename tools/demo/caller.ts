import { type Timeline } from './timeline.js';

/** A service refused what the story asks for: the story cannot go on. */
export class Refused extends Error {
  override readonly name = 'Refused';

  constructor(
    message: string,
    readonly status: number,
    readonly retryAfter: number | undefined,
  ) {
    super(message);
  }
}

export interface Call {
  readonly url: string;
  readonly method?: 'GET' | 'POST';
  readonly token?: string;
  readonly json?: object;
  readonly form?: FormData | URLSearchParams;
}

/**
 * One HTTP request.
 *
 * @param report told what was asked, by whom and how it was answered; absent for looking on
 * @throws Refused for any answer that is no 2xx
 */
export async function call<Answer>(request: Call, report?: { timeline: Timeline; who: string }): Promise<Answer> {
  const { url, method = 'POST', token, json, form } = request;
  const started = performance.now();
  const response = await fetch(url, {
    method,
    headers: {
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...(json !== undefined && { 'content-type': 'application/json' }),
    },
    body: json === undefined ? (form ?? null) : JSON.stringify(json),
  });
  const text = await response.text();
  const took = Math.round(performance.now() - started);
  report?.timeline.add('call', `${report.who}: ${method} ${short(url)} → ${response.status} in ${took} ms`);
  if (!response.ok) {
    const wait = response.headers.get('retry-after');
    throw new Refused(
      `${method} ${url} → ${response.status}: ${text}`,
      response.status,
      wait ? Number(wait) : undefined,
    );
  }
  return (text === '' ? undefined : JSON.parse(text)) as Answer;
}

/** An address as people read it: the path, ids by their end. */
function short(url: string): string {
  return new URL(url).pathname.replaceAll(/[0-9a-f-]{28}([0-9a-f]{8})/g, '…$1');
}
