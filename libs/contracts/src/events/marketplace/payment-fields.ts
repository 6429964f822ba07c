import { Type } from 'typebox';
import { Code, field, HumanNumber, Rupiah, Seal, Uuid } from '../../fields.js';

/** What every event about a payment says. Never who pays. */
export const paymentFields = {
  paymentId: field('public', 'The payment; also what the acquirer knows it by', Uuid()),
  number: field('public', 'What people call it by', HumanNumber()),
  state: field('public', 'Its state after this', Code()),
  amount: field('public', 'What was asked for, in whole rupiah', Rupiah()),
  recipient: field('pseudonymous', 'Where notices for the buyer go', Type.Optional(Seal())),
};

/** What every event about money that goes back says. */
export const refundFields = {
  ...paymentFields,
  refundId: field('public', 'The refund', Uuid()),
  refundAmount: field('public', 'How much goes back, in whole rupiah', Rupiah()),
  reason: field(
    'public',
    '`late`, `double`, `short`, `surplus`, `order_cancelled`, `order_declined` …; more may come',
    Code(),
  ),
};

export const paymentSample = {
  paymentId: '0199c1f0-0000-7000-8000-000000000401',
  number: 'N000123',
  amount: 50_000,
};

export const refundSample = {
  ...paymentSample,
  refundId: '0199c1f0-0000-7000-8000-000000000501',
  refundAmount: 50_000,
  reason: 'late',
};
