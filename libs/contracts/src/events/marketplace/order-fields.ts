import { Type } from 'typebox';
import { Code, field, HumanNumber, Kelurahan, Rupiah, Seal, Uuid } from '../../fields.js';

/** What every event about an order says. Never who ordered, what, or where the buyer lives. */
export const orderFields = {
  orderId: field('public', 'The order', Uuid()),
  number: field('public', 'What people call it by', HumanNumber()),
  businessId: field('public', 'Who sells', Uuid()),
  paymentId: field('public', 'What pays it, perhaps with orders of other sellers', Uuid()),
  region: field('public', 'The kelurahan of the business', Kelurahan()),
  state: field('public', 'Its state after this', Code()),
  amount: field('public', 'What it costs, in whole rupiah', Rupiah()),
  buyer: field('pseudonymous', 'Where notices for the buyer go', Type.Optional(Seal())),
  seller: field('pseudonymous', 'Where notices for the seller go', Type.Optional(Seal())),
};

export const orderSample = {
  orderId: '0199c1f0-0000-7000-8000-000000000301',
  number: 'P000123',
  businessId: '0199c1f0-0000-7000-8000-000000000101',
  paymentId: '0199c1f0-0000-7000-8000-000000000401',
  region: '31.71.01.1001',
  amount: 50_000,
};
