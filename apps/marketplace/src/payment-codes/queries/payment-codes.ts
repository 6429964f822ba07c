import { Injectable } from '@nestjs/common';
import encodeQr from 'qr';
import { Database } from '@jaki/platform';
import type { BusinessId } from '../../businesses/domain/business.js';
import { type DB } from '../../generated/db.js';
import { PaymentCodeNotFound } from '../domain/errors.js';
import { type Bill, judgeScanned, madeOutFor, type PaymentCode } from '../domain/payment-code.js';
import { findPaymentCode } from '../store/payment-code.store.js';
import { type PaymentCodeView, type ScannedCodeView } from './views.dto.js';

/** The codes by which verified businesses are paid. */
@Injectable()
export class PaymentCodes {
  constructor(private readonly db: Database<DB>) {}

  /** As text; with a bill, made out for it. @throws PaymentCodeNotFound, QrisNotReadable */
  async show(businessId: BusinessId, bill: Bill | undefined): Promise<PaymentCodeView> {
    const registered = await this.#of(businessId);
    const code = bill === undefined ? registered.code : madeOutFor(registered, bill);
    return { nmid: registered.nmid, code };
  }

  /** As a picture to scan or print. @throws PaymentCodeNotFound, QrisNotReadable */
  async draw(businessId: BusinessId, bill: Bill | undefined): Promise<string> {
    return encodeQr((await this.show(businessId, bill)).code, 'svg');
  }

  /** @throws PaymentCodeNotFound */
  async judge(businessId: BusinessId, scanned: string): Promise<ScannedCodeView> {
    return { verdict: judgeScanned(await this.#of(businessId), scanned) };
  }

  async #of(businessId: BusinessId): Promise<PaymentCode> {
    const registered = await findPaymentCode(this.db.kysely, businessId);
    if (registered === undefined) throw new PaymentCodeNotFound();
    return registered;
  }
}
