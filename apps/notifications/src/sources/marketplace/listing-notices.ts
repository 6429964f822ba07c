import { type EventData, type listingPublished, listingTopic } from '@jaki/contracts';
import { noticesFrom } from '../../telling/notices-from.js';
import { nameOfOffice, officeOf, person } from '../../telling/whom.js';

type Listing = EventData<typeof listingPublished>;

const owner = ({ recipient }: Pick<Listing, 'recipient'>) => person(recipient);

/** Who is told of what becomes of a listing; the texts are in `data/texts/marketplace`. */
export const listingNotices = noticesFrom(listingTopic, {
  subject: ({ listingId, number }) => ({ type: 'listing', id: listingId, label: number }),
  words: ({ region }) => ({ office: nameOfOffice(region) }),
  on: {
    submitted: { tell: { listing_arrived: ({ region }) => officeOf(region) } },
    published: { tell: { listing_published: owner } },
    refused: { tell: { listing_refused: owner } },
  },
});
