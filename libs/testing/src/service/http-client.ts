export interface RequestOptions {
  /** An access token, sent as bearer. */
  readonly token?: string;
  /** An object goes as JSON; text, bytes and forms go as they are. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface HttpAnswer<Body = unknown> {
  readonly status: number;
  readonly headers: Headers;
  /** Parsed when it is JSON, bytes when it is an image or the like, else text. */
  readonly body: Body;
}

export type Send = <Body = never>(path: string, options?: RequestOptions) => Promise<HttpAnswer<Body>>;

/** A plain HTTP client of one service that refuses no status. */
export interface HttpClient {
  readonly get: Send;
  readonly post: Send;
  readonly put: Send;
  readonly patch: Send;
  readonly delete: Send;
}

/** @param url where the service answers, without a path */
export function httpClient(url: string): HttpClient {
  const by =
    (method: string): Send =>
    <Body>(path: string, options: RequestOptions = {}) =>
      send(new URL(path, url), method, options) as Promise<HttpAnswer<Body>>;
  return { get: by('GET'), post: by('POST'), put: by('PUT'), patch: by('PATCH'), delete: by('DELETE') };
}

async function send(url: URL, method: string, { token, body, headers }: RequestOptions): Promise<HttpAnswer> {
  const json = body !== undefined && !isRaw(body);
  const response = await fetch(url, {
    method,
    headers: {
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...(json && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: json ? JSON.stringify(body) : (body as NonNullable<RequestInit['body']>) }),
    redirect: 'manual',
  });
  return { status: response.status, headers: response.headers, body: await read(response) };
}

function isRaw(body: unknown): boolean {
  return (
    typeof body === 'string' ||
    body instanceof Uint8Array ||
    body instanceof FormData ||
    body instanceof URLSearchParams
  );
}

async function read(response: Response): Promise<unknown> {
  const type = response.headers.get('content-type') ?? '';
  if (/^(image|video|application\/octet-stream)/.test(type)) return Buffer.from(await response.arrayBuffer());
  const text = await response.text();
  return /[/+]json\b/.test(type) && text !== '' ? (JSON.parse(text) as unknown) : text;
}
