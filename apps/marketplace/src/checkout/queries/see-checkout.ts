import { Injectable, Logger } from '@nestjs/common';
import encodeQr from 'qr';
import { Clock, type PersonId } from '@jaki/kernel';
import { Database } from '@jaki/platform';
import { Acquirer } from '../../acquirer/acquirer.js';
import { AcquirerUnavailable } from '../../acquirer/errors.js';
import { type DB } from '../../generated/db.js';
import type { Payment, PaymentId } from '../../payment/domain/payment.js';
import { findPayment } from '../../payment/store/payment.store.js';
import { CheckoutNotFound, QrNotThere } from '../domain/errors.js';
import { type CheckoutOrderView, type CheckoutView } from './views.dto.js';

/** A checkout for its buyer. Its QR code is got from the acquirer when it is first looked at: no transaction waits for that. */
@Injectable()
export class SeeCheckout {
  readonly #log = new Logger(SeeCheckout.name);

  constructor(
    private readonly db: Database<DB>,
    private readonly acquirer: Acquirer,
    private readonly clock: Clock,
  ) {}

  /** @throws CheckoutNotFound */
  async execute(id: PaymentId, viewer: PersonId): Promise<CheckoutView> {
    const payment = await findPayment(this.db.kysely, id);
    if (payment?.buyer !== viewer) throw new CheckoutNotFound();
    const { number, state, amount, expiresAt } = payment;
    const open = state === 'pending' && expiresAt > this.clock.now();
    const qr = open ? await this.#qrOf({ id, amount, expiresAt }) : null;
    const orders = await this.#ordersOf(id);
    return { id, number, state, total: Number(amount), expiresAt: expiresAt.toISOString(), qr, orders };
  }

  /** As a picture. @throws CheckoutNotFound, QrNotThere */
  async draw(id: PaymentId, viewer: PersonId): Promise<string> {
    const { qr } = await this.execute(id, viewer);
    if (qr === null) throw new QrNotThere();
    return encodeQr(qr, 'svg');
  }

  async #qrOf(asked: Pick<Payment, 'id' | 'amount' | 'expiresAt'>): Promise<string | null> {
    const { id, expiresAt } = asked;
    const known = await this.db.kysely.selectFrom('payment').select('qr').where('id', '=', id).executeTakeFirst();
    if (typeof known?.qr === 'string') return known.qr;
    try {
      const qr = await this.acquirer.createQr({ reference: id, amount: asked.amount, expiresAt });
      await this.db.kysely.updateTable('payment').set({ qr }).where('id', '=', id).execute();
      return qr;
    } catch (error) {
      if (!(error instanceof AcquirerUnavailable)) throw error;
      this.#log.warn(error.message);
      return null;
    }
  }

  async #ordersOf(id: PaymentId): Promise<CheckoutOrderView[]> {
    const rows = await this.db.kysely
      .selectFrom('seller_order')
      .innerJoin('business', 'business.id', 'seller_order.business_id')
      .select(['seller_order.id', 'seller_order.number', 'business_id as businessId', 'business.name as businessName'])
      .select(['seller_order.state', 'seller_order.amount'])
      .where('payment_id', '=', id)
      .orderBy('seller_order.id')
      .execute();
    return rows.map((row) => ({ ...row, amount: Number(row.amount) }));
  }
}
