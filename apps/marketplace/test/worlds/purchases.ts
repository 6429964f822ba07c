import { rupiah } from '@jaki/kernel';
import type { Order, OrderId } from '../../src/order/domain/order.js';
import type { State as OrderState } from '../../src/order/domain/states.js';
import type { Payment } from '../../src/payment/domain/payment.js';
import type { State } from '../../src/payment/domain/states.js';
import type { Purchase } from '../../src/purchase/purchase.js';
import { uuid } from '../world.js';
import { orderIn } from './orders.js';
import { paymentIn } from './payments.js';

// One checkout at two sellers: 50 000 and 30 000 rupiah.
export const orderIds = [uuid(31), uuid(32)] as [OrderId, OrderId];
const amounts = [rupiah(50_000), rupiah(30_000)] as const;

const orderStates: Record<State, OrderState> = {
  pending: 'awaiting_payment',
  paid: 'paid',
  expired: 'expired',
  failed: 'expired',
  cancelled: 'cancelled',
};

/** A payment in a state, with its orders in the state that goes with it. */
export function purchaseIn(state: State, of: Partial<Payment> = {}): Purchase {
  const orders = orderIds.map((id, index) => orderIn(orderStates[state], { id, amount: amounts[index]! }) as Order);
  return { payment: paymentIn(state, of), orders };
}
