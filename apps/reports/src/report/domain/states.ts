/** What people read for each state of a report. */
export const states = {
  waiting: { id: 'Menunggu', en: 'Waiting' },
  coordinating: { id: 'Koordinasi', en: 'Passed on' },
  dispatched: { id: 'Disposisi', en: 'Sub-agency instructed' },
  in_progress: { id: 'Proses', en: 'In progress' },
  awaiting_validation: { id: 'Menunggu Validasi', en: 'Awaiting validation' },
  done: { id: 'Selesai', en: 'Done' },
  closed: { id: 'Ditutup', en: 'Closed' },
  rejected: { id: 'Ditolak', en: 'Rejected' },
} as const;

export type State = keyof typeof states;
