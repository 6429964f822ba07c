import { Type } from 'typebox';
import { Code, field, HumanNumber, Kelurahan, Seal, Uuid } from '../../fields.js';

/** What every event about a listing says. Never its words, its price or its owner's id. */
export const listingFields = {
  listingId: field('public', 'The listing', Uuid()),
  number: field('public', 'What people call it by', HumanNumber()),
  businessId: field('public', 'Whose it is', Uuid()),
  category: field('public', 'What kind of goods: `prepared_food`, `vegetables` …; more may come', Code()),
  region: field('public', 'The kelurahan of the business', Kelurahan()),
  state: field('public', 'Its state after this', Code()),
  recipient: field('pseudonymous', 'Where notices for its owner go', Type.Optional(Seal())),
};

export const listingSample = {
  listingId: '0199c1f0-0000-7000-8000-000000000201',
  number: 'L000123',
  businessId: '0199c1f0-0000-7000-8000-000000000101',
  category: 'prepared_food',
  region: '31.71.01.1001',
};
