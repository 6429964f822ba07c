import { qrisCode } from '../../../demo/market/qris-code.js';
import { type Actor } from '../people.js';
import { type Desk } from './desk.js';

/** A verified business and who runs it. */
export interface Stall {
  readonly businessId: string;
  readonly seller: Actor;
}

/** Something that can be ordered. */
export interface Offer extends Stall {
  readonly id: string;
  readonly listingId: string;
  readonly price: number;
  /** How much of it there was when it was listed. */
  readonly supplied: number;
}

/** What is on a listing: goods of which there is plenty, or so little that buyers collide. */
export interface Goods {
  readonly price: number;
  readonly onHand: number;
}

interface Seen {
  readonly offers: readonly { readonly id: string }[];
}

/** From the application to a business that may sell. @returns undefined when a step of it is not done */
export async function openStall(desk: Desk, seller: Actor): Promise<Stall | undefined> {
  const apply = await desk.do({ kind: 'apply', who: seller, body: application });
  const on = apply.aggregateId;
  if (apply.outcome !== 'ok' || on === undefined) return undefined;
  const verified = await desk.do({ kind: 'verify', who: 'checker', on });
  const code = await desk.do({ kind: 'registerCode', who: seller, on, body: () => ({ code: qrisCode }) });
  return verified.outcome === 'ok' && code.outcome === 'ok' ? { businessId: on, seller } : undefined;
}

/** From a draft to a listing that everybody sees. @returns nothing when a step of it is not done */
export async function list(desk: Desk, stall: Stall, { price, onHand }: Goods): Promise<Offer[]> {
  const { businessId, seller } = stall;
  const draft = await desk.do({
    kind: 'draft',
    who: seller,
    body: (title) => ({
      ...{ businessId, title, description: 'Dimasak setiap pagi.', category: 'prepared_food' },
      offers: [{ unit: 'porsi', price, onHand }],
    }),
  });
  const on = draft.aggregateId;
  if (draft.outcome !== 'ok' || on === undefined) return [];
  const submitted = await desk.do({ kind: 'submit', who: seller, on });
  const approved = submitted.outcome === 'ok' ? await desk.do({ kind: 'approve', who: 'checker', on }) : submitted;
  if (approved.outcome !== 'ok') return [];
  const seen = await desk.ask<Seen>(seller, `listings/${on}`);
  return (seen?.offers ?? []).map(({ id }) => ({ ...stall, id, listingId: on, price, supplied: onHand }));
}

/** A NIB belongs to one business for good: it is made of the operation's own number. */
function application(id: string) {
  const [run = '', count = ''] = (/(\d+)\.(\d+)/.exec(id) ?? []).slice(1);
  const nib = `9${run.padStart(5, '0')}${count.padStart(7, '0')}`;
  return { name: id, kind: 'stall', region: '31.71.01.1001', nib, kbli: '56102', risk: 'low' };
}
