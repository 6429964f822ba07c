/** What people read for each state of a listing. */
export const states = {
  draft: { id: 'Draf', en: 'Draft' },
  submitted: { id: 'Menunggu pemeriksaan', en: 'Waiting to be checked' },
  published: { id: 'Tayang', en: 'Shown' },
  paused: { id: 'Dijeda', en: 'Paused' },
  refused: { id: 'Ditolak', en: 'Refused' },
  withdrawn: { id: 'Ditarik', en: 'Withdrawn' },
} as const;

export type State = keyof typeof states;
