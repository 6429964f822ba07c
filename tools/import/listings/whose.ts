import { type Whose } from './catalogue.js';
import { quoted } from './fault.js';
import { type Business } from './marketplace.js';

/** What a file calls the caller's only business. */
export const ONLY_ONE = '*';

/** Finds a business of the caller's by its number, its id or as the only one. Only a verified one sells. */
export function whoseAmong(businesses: readonly Business[]): Whose {
  const verified = businesses.filter(({ state }) => state === 'verified');
  return (business) => {
    if (business === '') return { reason: 'is empty: the number of a business is wanted, or * for the only one' };
    if (business === ONLY_ONE) return onlyOne(verified);
    const name = business.toLowerCase();
    const found = businesses.find(({ id, number }) => id === name || number.toLowerCase() === name);
    if (found === undefined) return { reason: `${quoted(business)} is no business of yours` };
    if (found.state !== 'verified') return { reason: `${quoted(business)} is ${found.state}, not verified` };
    return found;
  };
}

function onlyOne(verified: readonly Business[]): ReturnType<Whose> {
  const [business, ...others] = verified;
  if (business === undefined) return { reason: 'you have no verified business' };
  if (others.length === 0) return business;
  return { reason: `* is one of several: say which of ${verified.map(({ number }) => number).join(', ')}` };
}
