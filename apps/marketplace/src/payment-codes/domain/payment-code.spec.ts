import { describe, expect, it } from '@jest/globals';
import { qrisCode } from '../../../test/market.js';
import { QrisNotReadable } from '../../qris/domain/errors.js';
import { parseQris, writeStatic } from '../../qris/domain/qris.js';
import { PaymentCodeNotStatic } from './errors.js';
import { judgeScanned, madeOutFor, paymentCodeOf } from './payment-code.js';

const code = paymentCodeOf(qrisCode);
const bill = { amount: 25_000, billNumber: 'INV-1' };

describe("a stall's code", () => {
  it('is read from its sticker', () => {
    expect(paymentCodeOf(`${qrisCode}\n`)).toEqual({ code: qrisCode, nmid: 'ID1026529448957' });
  });

  it('is none with an amount in it, and none that is damaged', () => {
    expect(() => paymentCodeOf(madeOutFor(code, bill))).toThrow(PaymentCodeNotStatic);
    expect(() => paymentCodeOf(qrisCode.replace('Raol', 'Rail'))).toThrow(QrisNotReadable);
  });

  it('is made out for a bill and stays that of the merchant', () => {
    const made = parseQris(madeOutFor(code, bill));
    expect(made).toMatchObject({ kind: 'dynamic', nmid: code.nmid, ...bill });
  });
});

describe('a scanned code', () => {
  it('is genuine when it is the sticker, or made out for a bill', () => {
    expect(judgeScanned(code, qrisCode)).toBe('genuine');
    expect(judgeScanned(code, madeOutFor(code, bill))).toBe('genuine');
  });

  it('is not when it pays somebody else, whatever name it shows', () => {
    const other = writeStatic({
      nmid: 'ID1026529448958',
      criteria: 'UMI',
      mcc: '7372',
      name: 'Raol Mukarrozi',
      city: 'Kota Banjar Bar',
      postalCode: '70731',
      acquirer: { domain: 'ID.DANA.WWW', pan: '936009153033232518', merchantId: '030232518' },
    });
    expect(judgeScanned(code, other)).toBe('of_another_merchant');
  });

  it('is no verdict when the fault is not in the code', () => {
    expect(() => judgeScanned(code, undefined as never)).toThrow(TypeError);
  });

  it('is not readable when it is no QRIS code', () => {
    expect(judgeScanned(code, 'https://example.org/pay')).toBe('not_readable');
  });
});
