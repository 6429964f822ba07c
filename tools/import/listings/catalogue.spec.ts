import { describe, expect, it } from '@jest/globals';
import { decode } from '../read-text.js';
import { type Catalogue, catalogueOf } from './catalogue.js';
import { nameCells } from './columns.js';
import { readRows } from './csv.js';
import { lineOf } from './fault.js';
import { whoseAmong } from './whose.js';

const header = 'business,title,description,category,offer,unit,price,stock,step,minimum';
const business = (id: string, number: string, state = 'verified') => {
  return { id, number, state, name: 'Warung', kind: 'stall', region: '31.71.01.1001' };
};
const [own, other] = ['0199c1f0-0000-7000-8000-000000000001', '0199c1f0-0000-7000-8000-000000000002'];
const mine = [business(own, 'U000001')];

/** The catalogue of these lines under the header, and all its faults as a person reads them. */
function read(lines: readonly string[], businesses = mine): Catalogue & { told: string[] } {
  const { rows, faults } = nameCells(readRows([header, ...lines].join('\n')));
  const catalogue = catalogueOf(rows, whoseAmong(businesses));
  return { ...catalogue, told: [...faults, ...catalogue.faults].map((fault) => lineOf(fault).trim()) };
}

describe('the rows of a CSV file', () => {
  it('are the same however a spreadsheet wrote them', () => {
    const rows = [
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['say "hi"', 'x\ny'] },
      { line: 5, cells: ['é', ''] },
    ];
    const text = 'a,b\n"say ""hi""","x\ny"\n\né,';
    expect(readRows(text)).toEqual(rows);
    expect(readRows(`${text.replaceAll('\n', '\r\n')}\r\n`)).toEqual(rows);
    expect(readRows(text.replaceAll(',', ';'))).toEqual(rows);
    expect(readRows(decode(Buffer.from(`\ufeff${text}`)))).toEqual(rows);
  });

  it.each([
    ['a quote that is never closed', '"broken,2', 'never closed'],
    ['a quote that another row seems to close', '"broken,2\n"x",3', 'a quote'],
    ['a quote within a field', 'a 2" pipe,2', 'a quote'],
  ])('are lost for %s in that row alone', (_name, broken, reason) => {
    const rows = readRows(`a,b\n\n${broken}\nlast,4\n`);
    expect(rows.at(0)).toEqual({ line: 1, cells: ['a', 'b'] });
    expect(rows.at(1)).toEqual({ line: 3, broken: expect.stringContaining(reason) as unknown });
    expect(rows.at(-1)).toEqual({ line: 3 + broken.split('\n').length, cells: ['last', '4'] });
    expect(rows).toHaveLength(2 + broken.split('\n').length);
  });
});

describe('the header', () => {
  it('names the columns in any order', () => {
    const names = header.split(',').reverse();
    const { rows } = nameCells(readRows(`${names.join(',').toUpperCase()}\n1,2,3,4,5,6,7,8,9,10`));
    expect(rows).toEqual([{ line: 2, cells: expect.objectContaining({ minimum: '1', business: '10' }) as unknown }]);
  });

  it.each(['', 'a,b', header.replace('step', 'steps'), `${header},note`, `${header},price`])(
    'is missed when the first line is %j',
    (line) => {
      expect(() => nameCells(readRows(`${line}\n1,2`))).toThrow('Its first line must be the header');
    },
  );
});

describe('a listing', () => {
  it('has the offers of all rows of its business and title, in order', () => {
    const { drafts, told } = read([
      '*,Soto,"Enak, hangat",prepared_food,Biasa,porsi,25000,3,,',
      'U000001,Bayam,Segar,vegetables,,ikat,4000,,,',
      `u000001,Soto,,,Besar,porsi,32000,0,2,4`,
    ]);
    expect(told).toEqual([]);
    const offers = [
      { name: 'Biasa', unit: 'porsi', price: 25000, onHand: 3 },
      { name: 'Besar', unit: 'porsi', price: 32000, onHand: 0, step: 2, minimum: 4 },
    ];
    const soto = { businessId: own, title: 'Soto', description: 'Enak, hangat', category: 'prepared_food', offers };
    expect(drafts[0]).toEqual({ line: 2, listing: soto });
    expect(drafts[1]?.listing.offers).toEqual([{ unit: 'ikat', price: 4000 }]);
  });

  it('is left out as a whole for one bad row, and nothing else is', () => {
    const { drafts, told } = read([
      '*,Soto,Enak,prepared_food,Biasa,porsi,25000,3,,',
      '*,Soto,,,Besar,mangkuk,Rp32.000,-1,0.5,',
      '*,Bayam,Segar,vegetables,,ikat,4000,50,,',
    ]);
    expect(drafts.map(({ listing }) => listing.title)).toEqual(['Bayam']);
    expect(told).toEqual([
      'line 2: left out as line 3 of the same listing is wrong',
      expect.stringMatching(/^line 3, unit: “mangkuk” is none of piece, porsi, /),
      'line 3, price: “Rp32.000” is no whole number from 1 to 1000000000, in digits alone',
      'line 3, stock: “-1” is no whole number from 0 to 1000000000, in digits alone',
      'line 3, step: “0.5” is no whole number from 1 to 1000000000, in digits alone',
    ]);
  });

  it.each([
    ['*,,Segar,vegetables,,ikat,4000,,,', 'line 2, title: is empty'],
    ['*,Bayam,,vegetables,,ikat,4000,,,', 'line 2, description: is empty'],
    ['*,Bayam,Segar,,,ikat,4000,,,', 'line 2, category: is empty'],
    ['*,Bayam,Segar,vegetables,,ikat,,,,', 'line 2, price: is empty: whole rupiah for one unit are wanted'],
    ['*,Bayam,Segar,vegetables,,ikat,1e3,,,', 'line 2, price: “1e3” is no whole number'],
    ['*,Bayam,Segar,vegetables,,ikat,1000000001,,,', 'line 2, price: “1000000001” is no whole number'],
    [`*,${'x'.repeat(121)},Segar,vegetables,,ikat,4000,,,`, 'line 2, title: has 121 characters'],
    ['*,Bayam,Segar,sayur,,ikat,4000,,,', 'line 2, category: “sayur” is none of prepared_food, '],
    ['*,Bayam,Segar,vegetables,ikat,4000', 'line 2: 6 fields, not 10'],
    [',Bayam,Segar,vegetables,,ikat,4000,,,', 'line 2, business: is empty'],
    ['U000009,Bayam,Segar,vegetables,,ikat,4000,,,', 'line 2, business: “U000009” is no business of yours'],
  ])('is refused for its row %s', (line, reason) => {
    const { drafts, told } = read([line, '*,Tomat,Merah,vegetables,,kg,14000,,,']);
    expect(told).toEqual([expect.stringContaining(reason)]);
    expect(drafts.map(({ listing }) => listing.title)).toEqual(['Tomat']);
  });

  it('is refused when its rows do not agree or its offers cannot be told apart', () => {
    const soto = '*,Soto,Enak,prepared_food,Biasa,porsi,25000,,,';
    const told = (second: string) => read([soto, second]).told;
    expect(told('*,Soto,Lezat,,Besar,porsi,1,,,')).toContainEqual(
      expect.stringMatching(/^line 3, description: .*line 2/),
    );
    expect(told('*,Soto,,snacks,Besar,porsi,1,,,')).toContainEqual(
      expect.stringMatching(/^line 3, category: .*line 2/),
    );
    expect(told('*,Soto,,,biasa,porsi,1,,,')).toContain('line 3, offer: “biasa” is there twice in this listing');
    expect(told('*,Soto,,,,porsi,1,,,')).toContainEqual(expect.stringMatching(/^line 3, offer: is empty/));
  });
});

describe('the business of a row', () => {
  const soto = (of: string) => [`${of},Soto,Enak,prepared_food,,porsi,25000,,,`];

  it('is named by number, by id, or as the only one that is verified', () => {
    const businesses = [...mine, business(other, 'U000002', 'suspended')];
    for (const name of ['U000001', own, own.toUpperCase(), '*']) {
      expect(read(soto(name), businesses).drafts[0]?.listing.businessId).toBe(own);
    }
    expect(read(soto('U000002'), businesses).told).toEqual(['line 2, business: “U000002” is suspended, not verified']);
  });

  it('is not guessed when there are several or none', () => {
    const several = read(soto('*'), [...mine, business(other, 'U000002')]);
    expect(several.told).toEqual(['line 2, business: * is one of several: say which of U000001, U000002']);
    expect(read(soto('*'), []).told).toEqual(['line 2, business: you have no verified business']);
  });
});
