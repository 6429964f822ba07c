import { Injectable } from '@nestjs/common';
import { IdentityConfig } from '../config.js';

export interface TextMessage {
  /** The same at each attempt, so that a gateway which remembers it sends once. */
  readonly id: string;
  readonly to: string;
  readonly text: string;
}

const TIMEOUT_MS = 5_000;

/** The operator's gateway, behind one HTTP call. Another operator's API is another class with this `send`. */
@Injectable()
export class SmsGateway {
  readonly #url: string;

  constructor(config: IdentityConfig) {
    this.#url = `${config.SMS_GATEWAY_URL.replace(/\/$/, '')}/messages`;
  }

  /** @throws Error when the gateway did not take it; never with the message or number in its text */
  async send({ id, to, text }: TextMessage): Promise<void> {
    const response = await fetch(this.#url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': id },
      body: JSON.stringify({ to, text }),
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    await response.body?.cancel();
    if (!response.ok) throw new Error(`the SMS gateway answered ${response.status}`);
  }
}
