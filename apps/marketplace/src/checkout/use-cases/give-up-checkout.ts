import { Injectable } from '@nestjs/common';
import { Clock } from '@jaki/kernel';
import { Outbox } from '@jaki/messaging';
import { type By, Database } from '@jaki/platform';
import { type DB } from '../../generated/db.js';
import type { PaymentId } from '../../payment/domain/payment.js';
import { cancelPurchase } from '../../purchase/changes.js';
import { loadPurchase } from '../../purchase/load-purchase.js';
import { saveChange, toContracts } from '../../purchase/save-change.js';
import { CheckoutNotFound } from '../domain/errors.js';

/** The buyer gives a checkout up before paying: its goods are free again. */
@Injectable()
export class GiveUpCheckout {
  constructor(
    private readonly db: Database<DB>,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @throws CheckoutNotFound, IllegalTransition */
  execute({ id, actor, once }: By & { readonly id: PaymentId }): Promise<{ id: PaymentId }> {
    return this.db.transaction(
      async (tx) => {
        const purchase = await loadPurchase(tx, id);
        if (purchase?.payment.buyer !== actor.id) throw new CheckoutNotFound();
        const at = this.clock.now();
        const change = cancelPurchase(purchase, { actor, at });
        await saveChange(tx, change, { paymentId: id, at });
        await this.outbox.add(tx, toContracts(change));
        return { id };
      },
      { once },
    );
  }
}
