/** What people read for each state of a payment. */
export const states = {
  pending: { id: 'Menunggu pembayaran', en: 'Waiting to be paid' },
  paid: { id: 'Dibayar', en: 'Paid' },
  expired: { id: 'Kedaluwarsa', en: 'Expired' },
  failed: { id: 'Gagal', en: 'Failed' },
  cancelled: { id: 'Dibatalkan', en: 'Cancelled' },
} as const;

export type State = keyof typeof states;
