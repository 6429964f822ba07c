import { type components } from '../../generated/rest/marketplace.js';

type Schemas = components['schemas'];
export type NewListing = Schemas['NewListingDto'];
export type NewOffer = Schemas['OfferDto'];
export type Unit = NewOffer['unit'];
export type Category = NewListing['category'];

// As records, so that the compiler misses what the platform comes to know: of a union it cannot make a list.
const units: Readonly<Record<Unit, true>> = {
  piece: true,
  porsi: true,
  ikat: true,
  ekor: true,
  pasang: true,
  lusin: true,
  kodi: true,
  g: true,
  ons: true,
  kg: true,
  liter: true,
};

const categories: Readonly<Record<Category, true>> = {
  prepared_food: true,
  snacks: true,
  drinks: true,
  rice_and_staples: true,
  vegetables: true,
  fruit: true,
  spices: true,
  fish: true,
  meat: true,
  eggs_and_dairy: true,
  plants: true,
  fashion: true,
  crafts: true,
  household: true,
};

export const unitCodes = Object.keys(units);
export const categoryCodes = Object.keys(categories);

export function isUnit(text: string): text is Unit {
  return Object.hasOwn(units, text);
}

export function isCategory(text: string): text is Category {
  return Object.hasOwn(categories, text);
}
