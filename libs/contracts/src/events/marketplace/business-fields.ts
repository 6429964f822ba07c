import { Type } from 'typebox';
import { Code, field, HumanNumber, Kelurahan, Seal, Uuid } from '../../fields.js';

/** What every event about a business says. Never its NIB, a proof, a reason or its owner's id. */
export const businessFields = {
  businessId: field('public', 'The business', Uuid()),
  number: field('public', 'What people call its application by', HumanNumber()),
  kind: field('public', '`shop`, `stall`, `farmer`, `fisher`, `maker`, `brand`; more may come', Code()),
  region: field('public', 'The kelurahan in which it is', Kelurahan()),
  state: field('public', 'Its state after this', Code()),
  recipient: field('pseudonymous', 'Where notices for its owner go', Type.Optional(Seal())),
};

export const businessSample = {
  businessId: '0199c1f0-0000-7000-8000-000000000101',
  number: 'U000123',
  kind: 'stall',
  region: '31.71.01.1001',
};
