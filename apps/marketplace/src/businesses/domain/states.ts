/** What people read for each state of a business. */
export const states = {
  submitted: { id: 'Menunggu verifikasi', en: 'Waiting to be checked' },
  returned: { id: 'Perlu diperbaiki', en: 'Returned for correction' },
  verified: { id: 'Terverifikasi', en: 'Verified' },
  suspended: { id: 'Dibekukan', en: 'Suspended' },
  refused: { id: 'Ditolak', en: 'Refused' },
  closed: { id: 'Ditutup', en: 'Closed' },
} as const;

export type State = keyof typeof states;
