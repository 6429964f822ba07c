import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { AcquirerUnavailable, CallbackNotSigned } from './errors.js';
import { readCallback, readQr, readStatus } from './messages.js';

const callback = {
  order_id: 'ref-1',
  transaction_status: 'settlement',
  transaction_id: 'T-1',
  status_code: '200',
  gross_amount: '45000.00',
  signature_key: 'abc',
};

const paid = { transaction_id: 'T-1', gross_amount: '45000.00' };

/** What is read of a payment of that amount. */
const amountOf = (gross_amount: unknown) => readCallback({ ...callback, gross_amount })?.amount;
const statusWith = (payment: unknown) => () => readStatus({ payments: [paid, payment], refunds: [] });

describe('the answer to a charge', () => {
  it('holds the text of a QR code', () => {
    expect(readQr({ qr_string: '000201', other: 1 })).toBe('000201');
  });

  it.each([
    undefined,
    null,
    'text',
    7,
    [],
    ['000201'],
    {},
    { qr_string: '' },
    { qr_string: 7 },
    { qr_string: null },
    { qr_string: ['000201'] },
    { qr: '000201' },
  ])('is none without one: %j', (answer) => {
    expect(() => readQr(answer)).toThrow(AcquirerUnavailable);
  });
});

describe('what became of a charge', () => {
  it('is what came, and what went back', () => {
    const refunds = [{ refund_key: 'f-1', amount: '10.00' }, { refund_key: 'f-2' }];
    const second = { transaction_id: 'T-2', gross_amount: '1', extra: true };
    expect(readStatus({ payments: [paid, second], refunds })).toEqual({
      payments: [
        { transactionId: 'T-1', amount: 45_000n },
        { transactionId: 'T-2', amount: 1n },
      ],
      refunds: ['f-1', 'f-2'],
    });
  });

  it('is nothing yet when nothing came', () => {
    expect(readStatus({ payments: [], refunds: [] })).toEqual({ payments: [], refunds: [] });
  });

  it.each([
    {},
    null,
    'T-1',
    [],
    [paid],
    { ...paid, transaction_id: undefined },
    { ...paid, transaction_id: '' },
    { ...paid, transaction_id: 1 },
    { ...paid, gross_amount: undefined },
    { ...paid, gross_amount: 45_000 },
    { ...paid, gross_amount: '45000.50' },
    { ...paid, gross_amount: '0.00' },
    { ...paid, gross_amount: '-1' },
    { ...paid, gross_amount: ['45000.00'] },
  ])('is not half believed: with a payment such as %j it is asked again', (payment) => {
    expect(statusWith(payment)).toThrow(AcquirerUnavailable);
  });

  it('counts no refund that has no number', () => {
    const refunds = [{ refund_key: 7 }, { refund_key: '' }, {}, null, 'f-1', ['f-2'], { refund_key: 'f-3' }];
    expect(readStatus({ payments: [], refunds })).toEqual({ payments: [], refunds: ['f-3'] });
  });
});

describe('a callback', () => {
  it('is read with the amount as it was signed', () => {
    expect(readCallback({ ...callback, extra: [] })).toEqual({
      reference: 'ref-1',
      status: 'settlement',
      transactionId: 'T-1',
      amount: 45_000n,
      statusCode: '200',
      grossAmount: '45000.00',
      signature: 'abc',
    });
  });

  it.each(Object.keys(callback))('is none without %s, or when that is no text', (part) => {
    for (const value of [undefined, null, '', 200, true, ['200'], { text: '200' }])
      expect(readCallback({ ...callback, [part]: value })).toBeUndefined();
  });

  it.each([[undefined], [null], ['text'], [7], [true], [[]], [[callback]], [{}]])('is none when it is %j', (body) => {
    expect(readCallback(body)).toBeUndefined();
  });

  it.each([
    ['45000.00', 45_000n],
    ['45000.0', 45_000n],
    ['45000', 45_000n],
    ['0.00', 0n],
    ['007', 7n],
    ['999999999999999', 999_999_999_999_999n],
  ])('of %s is of so many whole rupiah', (text, amount) => {
    expect(amountOf(text)).toBe(amount);
  });

  it.each(['45000.50', '45000.01', '45000.', '45000.000', '45,000', '45.000,00', '-1', '+1', '1e3', ' 1', '1\n', '٣'])(
    'of %j has no amount, but what was signed stays',
    (text) => {
      expect(readCallback({ ...callback, gross_amount: text })).toMatchObject({ amount: undefined, grossAmount: text });
    },
  );

  it('of more rupiah than there are has no amount', () => {
    expect(amountOf('1000000000000000')).toBeUndefined();
  });
});

describe('whatever JSON the acquirer sends', () => {
  const part = fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constantFrom('45000.00', '12.5', 'T-1', ''));
  const like = (...names: string[]) =>
    fc.dictionary(fc.constantFrom(...names), part, { maxKeys: names.length }) as fc.Arbitrary<unknown>;
  const payments = fc.array(fc.oneof(part, like('transaction_id', 'gross_amount')), { maxLength: 3 });
  const refunds = fc.array(fc.oneof(part, like('refund_key')), { maxLength: 3 });
  const status = fc.record({ payments: fc.oneof(payments, part), refunds: fc.oneof(refunds, part) });
  const anything = fc.oneof(
    fc.jsonValue(),
    like('qr_string'),
    like(...Object.keys(callback)),
    status,
    fc.record({ ...Object.fromEntries(Object.keys(callback).map((name) => [name, part])) }),
  );

  const runs = { numRuns: 2_000, seed: 16 };

  it('gives a text to be paid by, or is asked again', () => {
    fc.assert(
      fc.property(anything, (json) => {
        const qr = orUnavailable(() => readQr(json));
        expect(qr === undefined || (typeof qr === 'string' && qr !== '')).toBe(true);
      }),
      runs,
    );
  });

  it('gives numbered sums above zero, or is asked again', () => {
    fc.assert(
      fc.property(anything, (json) => {
        const { payments: sums = [], refunds: made = [] } = orUnavailable(() => readStatus(json)) ?? {};
        expect(sums.every(({ transactionId, amount }) => transactionId !== '' && amount > 0n)).toBe(true);
        expect(made.every((key) => typeof key === 'string' && key !== '')).toBe(true);
      }),
      runs,
    );
  });

  it('is a whole callback or none, and nothing is thrown', () => {
    fc.assert(
      fc.property(anything, (json) => {
        const { amount, ...texts } = readCallback(json) ?? {};
        expect(Object.values(texts).every((text) => typeof text === 'string' && text !== '')).toBe(true);
        expect([0, 6]).toContain(Object.keys(texts).length);
        expect(['bigint', 'undefined']).toContain(typeof amount);
      }),
      runs,
    );
  });
});

/** @returns undefined when it was AcquirerUnavailable, which alone may be thrown */
function orUnavailable<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof AcquirerUnavailable) return undefined;
    throw error;
  }
}

describe('what is refused', () => {
  it('is told so that a program can read it, with its cause', () => {
    const cause = new Error('closed');
    const unavailable = new AcquirerUnavailable('there was no answer', { cause });
    expect(unavailable).toMatchObject({ code: 'acquirer_unavailable', kind: 'unavailable', cause });
    expect(unavailable.message).toContain('there was no answer');
    expect(new CallbackNotSigned()).toMatchObject({ code: 'callback_not_signed', kind: 'unauthenticated' });
  });
});
