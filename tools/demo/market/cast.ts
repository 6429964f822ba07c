/** Who plays. The phones of citizen and kelurahan are those of the example data; who has none yet becomes somebody. */
export const cast = {
  stallholder: { title: 'Bu Sri (stall)', phone: '+6281200000301' },
  kelurahan: { title: 'Kelurahan Gambir', phone: '+6281200000103' },
  buyer: { title: 'Citizen', phone: '+6281200000001' },
  lateBuyer: { title: 'Late buyer', phone: '+6281200000302' },
} as const;

export type Role = keyof typeof cast;
