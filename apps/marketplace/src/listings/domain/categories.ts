/** What kinds of goods there are, with what people read for each. */
export const categories = {
  prepared_food: { id: 'Makanan siap saji', en: 'Prepared food' },
  snacks: { id: 'Camilan', en: 'Snacks' },
  drinks: { id: 'Minuman', en: 'Drinks' },
  rice_and_staples: { id: 'Beras dan bahan pokok', en: 'Rice and staples' },
  vegetables: { id: 'Sayuran', en: 'Vegetables' },
  fruit: { id: 'Buah', en: 'Fruit' },
  spices: { id: 'Bumbu', en: 'Spices' },
  fish: { id: 'Ikan dan hasil laut', en: 'Fish and seafood' },
  meat: { id: 'Daging', en: 'Meat' },
  eggs_and_dairy: { id: 'Telur dan susu', en: 'Eggs and dairy' },
  plants: { id: 'Tanaman', en: 'Plants' },
  fashion: { id: 'Busana', en: 'Fashion' },
  crafts: { id: 'Kerajinan', en: 'Crafts' },
  household: { id: 'Rumah tangga', en: 'Household' },
} as const;

export type Category = keyof typeof categories;
export const categoryCodes = Object.keys(categories) as [Category, ...Category[]];
