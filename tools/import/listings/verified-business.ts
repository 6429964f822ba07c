import { randomInt, randomUUID } from 'node:crypto';
import { Actor } from '../../demo/actor.js';
import { Timeline } from '../../demo/timeline.js';
import { type Addresses } from '../../dev/addresses.js';
import { codeOf } from '../ask.js';
import { CannotImport } from '../cannot-import.js';
import { type Marketplace } from './marketplace.js';

/** The officer of the example data who verifies businesses there. */
const officer = { role: 'kelurahan', title: 'Kelurahan Gambir', phone: '+6281200000103' };
const stall = { name: 'Warung Contoh', kind: 'stall', region: '31.71.01.1001', kbli: '47112', risk: 'low' };

/**
 * Makes the seller a verified business: on a platform that is new, nobody has one.
 *
 * @throws CannotImport when it is refused
 */
export async function makeVerifiedBusiness(marketplace: Marketplace, addresses: Addresses): Promise<void> {
  // A NIB belongs to one business for good.
  const nib = String(randomInt(10 ** 13)).padStart(13, '0');
  const applied = await marketplace.ask('businesses', { key: randomUUID(), json: { ...stall, nib } });
  if (applied.status !== 201) throw new CannotImport(`No business could be made to import for: ${codeOf(applied)}.`);
  const timeline = new Timeline(() => undefined);
  const kelurahan = await Actor.logIn(officer, ['marketplace'], { addresses, timeline });
  await kelurahan.tell('marketplace', `businesses/${String(applied.body['id'])}/verify`);
}
