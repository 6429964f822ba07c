import { createHash, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type Rupiah } from '@jaki/kernel';
import { MarketplaceConfig } from '../config.js';
import { AcquirerUnavailable, CallbackNotSigned } from './errors.js';
import { type AcquirerStatus, type Callback, readCallback, readQr, readStatus } from './messages.js';
import { parseSettlement, type SettlementLine } from './settlement.js';

const TIMEOUT_MS = 5_000;

/** A charge that the acquirer is asked for, by our own reference: asked twice, it is one. */
export interface Charge {
  readonly reference: string;
  readonly amount: Rupiah;
  readonly expiresAt: Date;
}

export interface RefundRequest {
  readonly reference: string;
  /** Ours: asked twice, it is one. */
  readonly refundId: string;
  readonly amount: Rupiah;
  readonly reason: string;
}

/**
 * The acquirer of QRIS payments, behind its HTTP API (Midtrans's shape). Another acquirer's is another class with these
 * methods.
 */
@Injectable()
export class Acquirer {
  readonly #url: string;
  readonly #authorization: string;

  constructor(private readonly config: MarketplaceConfig) {
    this.#url = config.ACQUIRER_URL.replace(/\/$/, '');
    this.#authorization = `Basic ${Buffer.from(`${config.ACQUIRER_SERVER_KEY}:`).toString('base64')}`;
  }

  /** @returns the text of a QR code to be paid by. @throws AcquirerUnavailable */
  async createQr({ reference, amount, expiresAt }: Charge): Promise<string> {
    const answer = await this.#call('POST', '/v2/charge', {
      payment_type: 'qris',
      transaction_details: { order_id: reference, gross_amount: Number(amount) },
      callback_url: this.config.ACQUIRER_CALLBACK_URL,
      expires_at: expiresAt.toISOString(),
    });
    if (!answer.ok) throw new AcquirerUnavailable(`a charge was answered ${answer.status}`);
    return readQr(await jsonOf(answer));
  }

  /** What came for a charge so far; undefined when the acquirer knows none. @throws AcquirerUnavailable */
  async statusOf(reference: string): Promise<AcquirerStatus | undefined> {
    const answer = await this.#call('GET', `/v2/${encodeURIComponent(reference)}/status`);
    if (answer.status === 404) return undefined;
    if (!answer.ok) throw new AcquirerUnavailable(`a state was answered ${answer.status}`);
    return readStatus(await jsonOf(answer));
  }

  /** @returns false when it will never be: a person must pay it back. @throws AcquirerUnavailable */
  async refund({ reference, refundId, amount, reason }: RefundRequest): Promise<boolean> {
    const body = { refund_key: refundId, amount: Number(amount), reason };
    const answer = await this.#call('POST', `/v2/${encodeURIComponent(reference)}/refund`, body);
    await answer.body?.cancel();
    if (answer.ok) return true;
    if (answer.status >= 400 && answer.status < 500 && ![401, 408, 429].includes(answer.status)) return false;
    throw new AcquirerUnavailable(`a refund was answered ${answer.status}`);
  }

  /** What was settled on a day of Jakarta, line by line. @throws AcquirerUnavailable */
  async settlementOf(day: string): Promise<SettlementLine[]> {
    const answer = await this.#call('GET', `/settlement.csv?day=${day}`);
    if (!answer.ok) throw new AcquirerUnavailable(`a settlement file was answered ${answer.status}`);
    return parseSettlement(await answer.text());
  }

  /** Reads what came to the callback's address. @throws CallbackNotSigned when the acquirer did not sign it */
  parseCallback(body: unknown): Callback {
    const callback = readCallback(body);
    if (callback === undefined) throw new CallbackNotSigned();
    const { reference, statusCode, grossAmount, signature } = callback;
    const key = this.config.ACQUIRER_SERVER_KEY;
    const own = createHash('sha512').update(`${reference}${statusCode}${grossAmount}${key}`).digest();
    const given = Buffer.from(signature, 'hex');
    if (given.length !== own.length || !timingSafeEqual(given, own)) throw new CallbackNotSigned();
    return callback;
  }

  async #call(method: string, path: string, body?: object): Promise<Response> {
    const headers = { authorization: this.#authorization, 'content-type': 'application/json' };
    try {
      return await fetch(this.#url + path, {
        method,
        headers,
        redirect: 'error',
        signal: AbortSignal.timeout(TIMEOUT_MS),
        ...(body && { body: JSON.stringify(body) }),
      });
    } catch (cause) {
      throw new AcquirerUnavailable('there was no answer', { cause });
    }
  }
}

async function jsonOf(answer: Response): Promise<unknown> {
  try {
    return await answer.json();
  } catch (cause) {
    throw new AcquirerUnavailable('the answer was no JSON', { cause });
  }
}
