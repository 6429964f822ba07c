import { type EventData, type paymentRefundMade, type paymentRequested, paymentTopic } from '@jaki/contracts';
import { type Word } from '../../telling/domain/notices.js';
import { noticesFrom } from '../../telling/notices-from.js';
import { money, person } from '../../telling/whom.js';

type Payment = EventData<typeof paymentRequested>;
type Refund = EventData<typeof paymentRefundMade>;

const buyer = ({ recipient }: Pick<Payment, 'recipient'>) => person(recipient);
const back = ({ refundAmount }: Pick<Refund, 'refundAmount'>): Record<string, Word> => ({ back: money(refundAmount) });

/** Who is told of what becomes of a payment; that it was paid, its orders tell. */
export const paymentNotices = noticesFrom(paymentTopic, {
  subject: ({ paymentId, number }) => ({ type: 'payment', id: paymentId, label: number }),
  words: ({ amount }) => ({ amount: money(amount) }),
  on: {
    expired: { tell: { payment_expired: buyer } },
    failed: { tell: { payment_failed: buyer } },
    refund_requested: { tell: { refund_requested: buyer }, words: back },
    refund_made: { tell: { refund_made: buyer }, words: back },
    refund_stuck: { tell: { refund_stuck: buyer }, words: back },
  },
});
