import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { crc16 } from './crc16.js';
import { QrisNotReadable } from './errors.js';
import { parseQris, type StaticMerchant, toDynamic, writeStatic } from './qris.js';
import { readTlv, writeTlv } from './tlv.js';

/** A code as a shop in Banjar has it on its counter: nothing in it is ours, so its checksum proves `crc16`. */
const REAL =
  '00020101021126570011ID.DANA.WWW011893600915303023251702090302325170303UMI51440014ID.CO.QRIS.WWW0215ID1026529448957' +
  '0303UMI5204737253033605802ID5914Raol Mukarrozi6015Kota Banjar Bar6105707316304E0BD';

const MERCHANT: StaticMerchant = {
  nmid: 'ID1026529448957',
  criteria: 'UMI',
  mcc: '7372',
  name: 'Raol Mukarrozi',
  city: 'Kota Banjar Bar',
  postalCode: '70731',
  acquirer: { domain: 'ID.DANA.WWW', pan: '936009153030232517', merchantId: '030232517' },
};

const PAYMENT = { amount: 25_000, billNumber: 'INV-1' };

/** The text with the checksum it ought to have. */
const sealed = (text: string) => `${text}6304${crc16(`${text}6304`)}`;

const values = (code: string) => new Map(Array.from(readTlv(code), ([tag, { value }]) => [tag, value]));

/** The real code with other tags, sealed; `undefined` takes a tag away. */
function realWith(changes: Record<string, string | undefined>): string {
  const tags = values(REAL);
  tags.delete('63');
  for (const [tag, value] of Object.entries(changes)) {
    if (value === undefined) tags.delete(tag);
    else tags.set(tag, value);
  }
  return sealed(writeTlv(tags));
}

function refusal(act: () => unknown): { at: number; why: string } {
  try {
    act();
  } catch (error) {
    if (error instanceof QrisNotReadable) return error.details as { at: number; why: string };
    throw error;
  }
  throw new Error('nothing was refused');
}

const whyNot = (code: string) => refusal(() => parseQris(code)).why;

/** Whole characters only, so that a length of 25 is one of 25. */
const name = (maxLength: number) => fc.string({ unit: 'binary', minLength: 1, maxLength });
const digits = (length: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789'.split('')), minLength: length, maxLength: length });
const visible = fc
  .string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 25 })
  .filter((text) => !text.includes(' '));

const merchantCalled = (letters: (maxLength: number) => fc.Arbitrary<string>): fc.Arbitrary<StaticMerchant> =>
  fc.record({
    nmid: digits(13).map((number) => `ID${number}`),
    criteria: fc.constantFrom('UMI', 'UKE', 'UME', 'UBE', 'URE'),
    mcc: digits(4),
    name: letters(25),
    city: letters(15),
    postalCode: digits(5),
    acquirer: fc.record({ domain: fc.constant('ID.CO.BANK.WWW'), pan: digits(18), merchantId: digits(9) }),
  });

const anyPayment = fc.record(
  { amount: fc.integer({ min: 1, max: 9_999_999_999 }), billNumber: visible, reference: visible },
  { requiredKeys: ['amount', 'billNumber'] },
);

describe('the checksum', () => {
  it('is CRC-16/CCITT-FALSE in four upper-case digits', () => {
    expect(crc16('123456789')).toBe('29B1');
    expect(crc16('')).toBe('FFFF');
    expect(crc16(REAL.slice(0, -4))).toBe('E0BD');
    expect(Array.from({ length: 500 }, (_, index) => crc16(String(index)))).toContainEqual(
      expect.stringMatching(/^0[\dA-F]{3}$/),
    );
  });

  it('counts the UTF-8 bytes of a text', () => {
    expect(crc16('é')).toBe('7ACB');
    expect(crc16('é')).not.toBe(crc16('\u0065\u0301'));
  });
});

describe('a sequence of tags', () => {
  it('counts characters, and bytes only when characters do not come out', () => {
    expect(readTlv('5904Kopé6002Ab').get('59')).toEqual({ value: 'Kopé', at: 4 });
    expect(readTlv('5905Kopé6002Ab').get('60')).toEqual({ value: 'Ab', at: 12 });
    expect(readTlv('5901☕6002Ab').get('59')?.value).toBe('☕');
    expect(readTlv('5904😀6002Ab').get('59')?.value).toBe('😀');
  });

  it('is not read by bytes when a length ends inside a character', () => {
    expect(refusal(() => readTlv('5902☕'))).toEqual({ at: 0, why: expect.stringContaining('length of tag 59') });
  });

  it('takes the reading that ends with the tag that must be last', () => {
    const byBytes = '5904éé6304020A1'.replace('020A1', '02AB');
    expect(readTlv(byBytes).get('59')?.value).toBe('éé63');
    expect(readTlv(byBytes, { last: '63' }).get('63')?.value).toBe('02AB');
  });

  it('tells where it breaks, from the start of the whole code', () => {
    expect(refusal(() => readTlv('0002010A0211')).at).toBe(6);
    expect(refusal(() => readTlv('0002010102', { from: 40 })).at).toBe(46);
    expect(refusal(() => readTlv('000201010'))).toEqual({ at: 6, why: expect.stringContaining('two digits each') });
  });

  it('has each tag once', () => {
    expect(refusal(() => readTlv('000201000201'))).toEqual({ at: 6, why: 'tag 00 is there twice' });
  });

  it('is written in ascending order, without empty values', () => {
    const tags = new Map([
      ['59', 'Kopé'],
      ['00', '01'],
      ['54', ''],
    ]);
    expect(writeTlv(tags)).toBe('0002015904Kopé');
  });

  it('holds 99 characters a tag and no more', () => {
    expect(writeTlv(new Map([['62', 'x'.repeat(99)]]))).toHaveLength(103);
    const tooLong = new Map([
      ['00', '01'],
      ['62', 'x'.repeat(100)],
    ]);
    expect(refusal(() => writeTlv(tooLong))).toEqual({ at: 6, why: 'tag 62 is longer than 99' });
  });
});

describe('reading a code', () => {
  it('finds the merchant of a real one', () => {
    const { fields, ...said } = parseQris(REAL);
    expect(said).toEqual({
      kind: 'static',
      nmid: 'ID1026529448957',
      criteria: 'UMI',
      merchantName: 'Raol Mukarrozi',
      city: 'Kota Banjar Bar',
      postalCode: '70731',
      mcc: '7372',
    });
    expect(Array.from(fields.keys())).toEqual('00 01 26 51 52 53 58 59 60 61 63'.split(' '));
  });

  it('forgives a checksum in lower case and white space at the end', () => {
    expect(parseQris(`${REAL.slice(0, -4)}e0bd \r\n`).nmid).toBe('ID1026529448957');
  });

  it('forgives names that are too long and no tag 01, 54, 61', () => {
    const lenient = realWith({
      '01': undefined,
      '54': '',
      '59': 'n'.repeat(40),
      '60': 'c'.repeat(30),
      '61': undefined,
    });
    const { fields: _, ...said } = parseQris(lenient);
    expect(said).toMatchObject({ kind: 'static', merchantName: 'n'.repeat(40), city: 'c'.repeat(30) });
    expect(Object.keys(said)).not.toContain('postalCode');
    expect(Object.keys(said)).not.toContain('amount');
  });

  it('forgives lengths that count the bytes of a name', () => {
    const byBytes = sealed(REAL.slice(0, -8).replace('5914Raol Mukarrozi', '5914Kopi Kéké ☕'.replace('14', '15')));
    expect(parseQris(byBytes)).toMatchObject({ merchantName: 'Kopi Kéké ☕', city: 'Kota Banjar Bar' });
    expect(parseQris(toDynamic(parseQris(byBytes), PAYMENT)).merchantName).toBe('Kopi Kéké ☕');
  });

  it('refuses a wrong checksum, at its place', () => {
    const wrong = `${REAL.slice(0, -4)}E0BE`;
    expect(refusal(() => parseQris(wrong))).toEqual({
      at: REAL.length - 4,
      why: expect.stringContaining('checksum does not match'),
    });
    expect(() => parseQris(wrong)).toThrow(`not usable, at character ${REAL.length - 4}: the checksum`);
  });

  it('refuses a checksum that is none', () => {
    expect(whyNot(`${REAL.slice(0, -4)}E0BG`)).toContain('four hexadecimal digits');
    expect(whyNot(`${REAL.slice(0, -8)}630209`)).toContain('four hexadecimal digits');
    expect(whyNot(REAL.slice(0, -8))).toBe('tag 63 must end the code');
    expect(whyNot(`${REAL}6402id`)).toBe('tag 63 must end the code');
    expect(whyNot('')).toBe('tag 63 must end the code');
  });

  it('refuses a text that is cut anywhere', () => {
    for (let length = 0; length < REAL.length; length++)
      expect(() => parseQris(REAL.slice(0, length))).toThrow(QrisNotReadable);
    expect(refusal(() => parseQris(REAL.slice(0, 30)))).toEqual({
      at: 12,
      why: expect.stringContaining('length of tag 26'),
    });
  });

  it('refuses a tag that is there twice', () => {
    expect(whyNot(sealed(`${REAL.slice(0, -8)}5802ID`))).toBe('tag 58 is there twice');
  });

  it('refuses text that is not Unicode', () => {
    expect(whyNot(REAL.replace('Raol', 'Rao\ud800'))).toContain('well-formed');
  });

  it.each([
    ['00', '02', 'the version'],
    ['01', '13', '11 (static) or 12 (dynamic)'],
    ['52', '73A2', 'the category'],
    ['53', '840', 'the currency'],
    ['58', 'SG', 'the country'],
    ['59', undefined, 'the name'],
    ['60', undefined, 'the city'],
  ])('refuses a tag %s of %s', (tag, value, why) => {
    expect(whyNot(realWith({ [tag]: value }))).toContain(why);
  });
});

describe('the amount', () => {
  it.each([
    ['10000', 10_000],
    ['10000.00', 10_000],
    ['10000.', 10_000],
    ['010000.0', 10_000],
    ['9007199254740991', Number.MAX_SAFE_INTEGER],
  ])('of %s is whole rupiah', (text, amount) => {
    expect(parseQris(realWith({ '54': text })).amount).toBe(amount);
  });

  it.each(['10000.50', '0.01', '10.000,00', '-1', '1e3', ' 1', '.', '9007199254740992'])('of %s is refused', (text) => {
    expect(refusal(() => parseQris(realWith({ '54': text })))).toEqual({
      at: REAL.indexOf('5802ID') + 4,
      why: expect.stringContaining('whole rupiah'),
    });
  });
});

describe('the national template', () => {
  const template = values(REAL).get('51')!;

  it('is found in 26 to 50 when 51 is none', () => {
    expect(parseQris(realWith({ '51': undefined, '27': template })).nmid).toBe('ID1026529448957');
    expect(parseQris(realWith({ '51': '0009ID.OTHERS', '50': template })).nmid).toBe('ID1026529448957');
  });

  it('is told by its sub-tag 00 alone, whatever acquirers put into theirs', () => {
    const changes = { '51': undefined, '26': '9914ID.CO.QRIS.WWW', '27': 'not a template' };
    expect(whyNot(realWith(changes))).toContain('no template of ID.CO.QRIS.WWW');
    expect(parseQris(realWith({ ...changes, '28': template })).criteria).toBe('UMI');
  });

  it('keeps criteria that are unknown, and must have some', () => {
    expect(parseQris(realWith({ '51': template.replace('UMI', 'XYZ') })).criteria).toBe('XYZ');
    expect(whyNot(realWith({ '51': template.slice(0, -7) }))).toContain('the criteria');
  });

  it('must hold an NMID of ID and 13 digits; the error tells the place in the code', () => {
    const at = REAL.indexOf('ID1026529448957');
    expect(refusal(() => parseQris(REAL.slice(0, -4).replace('ID102', 'IX102') + 'ZZZZ')).why).toContain('tag 63');
    const wrong = realWith({ '51': template.replace('ID102', 'IX102') });
    expect(refusal(() => parseQris(wrong))).toEqual({ at, why: expect.stringContaining('the NMID') });
  });
});

describe('a dynamic code', () => {
  const shop = realWith({ '01': undefined, '62': '0103old0704TILL0804note', '85': 'kept' });

  it('is the static one with kind, amount and bill, and a new checksum', () => {
    expect(toDynamic(parseQris(REAL), PAYMENT)).toBe(
      sealed(
        REAL.slice(0, -8).replace('010211', '010212').replace('5802ID', '5405250005802ID').concat('62090105INV-1'),
      ),
    );
  });

  it('keeps unknown tags and sub-tags, and is in ascending order but for the checksum', () => {
    const code = toDynamic(parseQris(shop), { ...PAYMENT, reference: 'R/2' });
    expect(code).toContain('62320105INV-10503R/20704TILL0804note8504kept6304');
    expect(parseQris(code)).toMatchObject({ kind: 'dynamic', billNumber: 'INV-1', reference: 'R/2', terminal: 'TILL' });
  });

  it('has no name and no city that was not there', () => {
    const bare = { ...parseQris(REAL), fields: new Map([['00', '01']]) };
    expect(toDynamic(bare, PAYMENT)).toBe(sealed('00020101021254052500062090105INV-1'));
  });

  it('has its name cut to 25 characters and its city to 15', () => {
    const long = parseQris(realWith({ '59': '😀'.repeat(30), '60': 'c'.repeat(16) }));
    expect(parseQris(toDynamic(long, PAYMENT))).toMatchObject({ merchantName: '😀'.repeat(25), city: 'c'.repeat(15) });
  });

  it.each([0, -1, 1.5, 10_000_000_000, Number.NaN, Number.POSITIVE_INFINITY])('is not made for %d rupiah', (amount) => {
    expect(refusal(() => toDynamic(parseQris(REAL), { ...PAYMENT, amount })).why).toContain('9999999999');
  });

  it.each(['', 'with space', 'x'.repeat(26), 'é', 'a\n'])('has no bill number or reference such as %j', (text) => {
    const parsed = parseQris(REAL);
    expect(refusal(() => toDynamic(parsed, { ...PAYMENT, billNumber: text })).why).toContain('the bill number');
    expect(refusal(() => toDynamic(parsed, { ...PAYMENT, reference: text })).why).toContain('the reference');
  });

  it('is refused when what it adds does not fit beside what is there', () => {
    const full = parseQris(realWith({ '62': `0887${'x'.repeat(87)}` }));
    expect(refusal(() => toDynamic(full, PAYMENT)).why).toBe('tag 62 is longer than 99');
    expect(toDynamic(full, { ...PAYMENT, billNumber: '1234' })).toContain('629901041234');
  });
});

describe('a static code', () => {
  it('is written as an acquirer writes it', () => {
    expect(writeStatic(MERCHANT)).toBe(REAL);
  });

  it('has its name cut to 25 characters and its city to 15', () => {
    const code = writeStatic({ ...MERCHANT, name: 'é'.repeat(26), city: 'c'.repeat(16) });
    expect(parseQris(code)).toMatchObject({ merchantName: 'é'.repeat(25), city: 'c'.repeat(15) });
  });

  it('is refused when it could not be read back', () => {
    expect(refusal(() => writeStatic({ ...MERCHANT, nmid: 'ID1' })).why).toContain('the NMID');
    expect(refusal(() => writeStatic({ ...MERCHANT, name: '' })).why).toContain('the name');
    expect(refusal(() => writeStatic({ ...MERCHANT, mcc: '12' })).why).toContain('the category');
  });
});

describe('whatever the merchant and the payment', () => {
  it('a static code made dynamic says the same and what was added, exactly', () => {
    fc.assert(
      fc.property(merchantCalled(name), anyPayment, (merchant, payment) => {
        const before = parseQris(writeStatic(merchant));
        const { fields, ...said } = parseQris(toDynamic(before, payment));
        const { fields: fieldsBefore, ...saidBefore } = before;
        expect(saidBefore).toMatchObject({ nmid: merchant.nmid, merchantName: merchant.name, city: merchant.city });
        expect(said).toEqual({ ...saidBefore, ...payment, kind: 'dynamic' });
        const added = ['01', '54', '62', '63'];
        const others = (tags: ReadonlyMap<string, string>) => Array.from(tags).filter(([tag]) => !added.includes(tag));
        expect(others(fields)).toEqual(others(fieldsBefore));
      }),
      { numRuns: 1000, seed: 360 },
    );
  });

  it('a written code with one character changed is refused', () => {
    // In ASCII, where CRC-16 promises it: one character is a burst of 8 bits. The case of the checksum is no change.
    const ascii = (maxLength: number) => fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength });
    const anyByte = fc.integer({ min: 0, max: 127 }).map((code) => String.fromCharCode(code));
    fc.assert(
      fc.property(merchantCalled(ascii), anyPayment, fc.nat(), anyByte, (merchant, payment, place, character) => {
        const code = toDynamic(parseQris(writeStatic(merchant)), payment);
        const at = place % code.length;
        const changed = code.slice(0, at) + character + code.slice(at + 1);
        fc.pre(changed !== code && (at < code.length - 4 || character.toUpperCase() !== code[at]));
        expect(() => parseQris(changed)).toThrow(QrisNotReadable);
      }),
      { numRuns: 3000, seed: 63 },
    );
  });

  it('any text either is a code or is not readable, and nothing else', () => {
    const unit = fc.constantFrom(...'00112345689'.split(''), 'ID', 'é', '😀', '\ud800', ' ');
    const mangled = fc
      .tuple(fc.nat(REAL.length), fc.nat(8), fc.string({ unit, maxLength: 8 }))
      .map(([at, gone, put]) => sealed(REAL.slice(0, -8).slice(0, at) + put + REAL.slice(0, -8).slice(at + gone)));
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit }), mangled), (text) => {
        try {
          expect(parseQris(text).nmid).toMatch(/^ID\d{13}$/);
        } catch (error) {
          if (!(error instanceof QrisNotReadable)) throw error;
          expect(error).toMatchObject({ code: 'qris_not_readable', kind: 'invalid' });
          expect(Object.keys(error.details)).toEqual(['at', 'why']);
        }
      }),
      { numRuns: 3000, seed: 2020 },
    );
  });
});
