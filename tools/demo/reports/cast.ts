/** Who plays, with the phones of the example data. */
export const cast = {
  citizen: { title: 'Citizen', phone: '+6281200000001' },
  kelurahan: { title: 'Kelurahan Gambir', phone: '+6281200000103' },
  roads: { title: 'Dinas Bina Marga', phone: '+6281200000105' },
  water: { title: 'Dinas SDA', phone: '+6281200000101' },
  subAgency: { title: 'Sudin SDA Pusat', phone: '+6281200000102' },
  validator: { title: 'Biro Pemerintahan', phone: '+6281200000104' },
} as const;

export type Role = keyof typeof cast;
