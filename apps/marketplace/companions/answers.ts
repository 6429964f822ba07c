import { type Refusal } from './refusal.js';

export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** To the page, whose form it was. */
export const BACK: Answer = { status: 303, headers: { location: '/' } };

export function json(status: number, body: object): Answer {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

export function html(body: string, policy: string): Answer {
  const headers = { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy };
  return { status: 200, headers, body };
}

export function csv(body: string): Answer {
  return { status: 200, headers: { 'content-type': 'text/csv; charset=utf-8' }, body };
}

export function refused({ status, message }: Refusal): Answer {
  const { headers, ...answer } = json(status, { status_message: message });
  return {
    ...answer,
    headers: { ...headers, ...(status === 401 ? { 'www-authenticate': 'Basic realm="sandbox"' } : {}) },
  };
}
