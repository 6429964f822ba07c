/** What people read for each state of an order. */
export const states = {
  awaiting_payment: { id: 'Menunggu pembayaran', en: 'Waiting to be paid' },
  paid: { id: 'Dibayar', en: 'Paid' },
  accepted: { id: 'Diterima penjual', en: 'Taken on by the seller' },
  ready: { id: 'Siap diambil', en: 'Ready to be fetched' },
  handed_over: { id: 'Sudah diambil', en: 'Fetched' },
  completed: { id: 'Selesai', en: 'Completed' },
  expired: { id: 'Kedaluwarsa', en: 'Expired' },
  cancelled: { id: 'Dibatalkan pembeli', en: 'Cancelled by the buyer' },
  declined: { id: 'Ditolak penjual', en: 'Declined by the seller' },
  called_off: { id: 'Dibatalkan penjual', en: 'Called off by the seller' },
  uncollected: { id: 'Tidak diambil', en: 'Not fetched' },
} as const;

export type State = keyof typeof states;
