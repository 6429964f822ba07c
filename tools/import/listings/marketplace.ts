import { type components } from '../../generated/rest/marketplace.js';
import { type Answer, ask, codeOf, type Command } from '../ask.js';
import { CannotImport, NotLetIn } from '../cannot-import.js';

type Schemas = components['schemas'];
export type Business = Schemas['BusinessSummary'];
export type Listing = Schemas['ListingSummary'];
export type ListingDetails = Schemas['ListingDetailsView'];

/** Marketplace's public API, as the seller asks it. */
export class Marketplace {
  constructor(
    private readonly address: string,
    /** Gives a valid access token of the seller's. */
    private readonly token: () => Promise<string>,
  ) {}

  /** To be called first, so that a seller who is not let in is told so once and not for each request. @throws NotLetIn */
  async logIn(): Promise<void> {
    await this.token();
  }

  /** @throws NoAnswer */
  ask(path: string, command?: Command): Promise<Answer> {
    return ask(`${this.address}/v1/${path}`, this.token, command);
  }

  /** All of the seller's businesses. @throws CannotImport, NoAnswer */
  businesses(): Promise<Business[]> {
    return this.#all<Business>('businesses/mine');
  }

  /** All of the seller's listings, in all states. @throws CannotImport, NoAnswer */
  listings(): Promise<Listing[]> {
    return this.#all<Listing>('listings/mine');
  }

  async #all<Item>(path: string): Promise<Item[]> {
    const items: Item[] = [];
    for (let cursor: string | undefined = ''; cursor !== undefined;) {
      const answer: Answer = await this.ask(`${path}?limit=100${cursor}`);
      if (answer.status === 401) throw new NotLetIn('The platform does not know the seller: it refuses the token.');
      if (answer.status !== 200) throw new CannotImport(`The platform does not show ${path}: ${codeOf(answer)}.`);
      items.push(...(answer.body['items'] as Item[]));
      // The link may name an address that is for others: only where it goes on is taken from it.
      const next = /[?&]cursor=([\w-]+)[^>]*>; rel="next"/.exec(answer.headers.get('link') ?? '')?.[1];
      cursor = next === undefined ? undefined : `&cursor=${next}`;
    }
    return items;
  }
}
