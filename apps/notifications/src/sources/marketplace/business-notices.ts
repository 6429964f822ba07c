import { businessTopic, type businessVerified, type EventData } from '@jaki/contracts';
import { noticesFrom } from '../../telling/notices-from.js';
import { nameOfOffice, officeOf, person } from '../../telling/whom.js';

type Business = EventData<typeof businessVerified>;

const owner = ({ recipient }: Pick<Business, 'recipient'>) => person(recipient);
const office = ({ region }: Pick<Business, 'region'>) => officeOf(region);

/** Who is told of what becomes of a business; the texts are in `data/texts/marketplace`. */
export const businessNotices = noticesFrom(businessTopic, {
  subject: ({ businessId, number }) => ({ type: 'business', id: businessId, label: number }),
  words: ({ region }) => ({ office: nameOfOffice(region) }),
  on: {
    applied: { tell: { business_received: owner, business_arrived: office } },
    resubmitted: { tell: { business_corrected: office } },
    returned: { tell: { business_returned: owner } },
    refused: { tell: { business_refused: owner } },
    verified: { tell: { business_verified: owner } },
    suspended: { tell: { business_suspended: owner } },
    payment_code_registered: { tell: { payment_code_registered: owner } },
    resumed: { tell: { business_resumed: owner } },
  },
});
