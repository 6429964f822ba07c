import { QrisNotReadable } from '../../qris/domain/errors.js';
import { parseQris, toDynamic } from '../../qris/domain/qris.js';
import { PaymentCodeNotStatic } from './errors.js';

/** The code on a stall's sticker: the payer types the amount. */
export interface PaymentCode {
  readonly code: string;
  /** The merchant's national number, by which a payment finds it. */
  readonly nmid: string;
}

/** What is to be paid, for a code that has the amount in it. */
export interface Bill {
  /** Whole rupiah, 1 to 9,999,999,999. */
  readonly amount: number;
  /** 1 to 25 visible characters of ASCII. */
  readonly billNumber: string;
}

/** What a scanned code is, held against the one that the business registered. */
export type Verdict = 'genuine' | 'of_another_merchant' | 'not_readable';

/** Reads the code of a sticker. @throws QrisNotReadable, PaymentCodeNotStatic */
export function paymentCodeOf(text: string): PaymentCode {
  const { kind, amount, nmid } = parseQris(text);
  if (kind !== 'static' || amount !== undefined) throw new PaymentCodeNotStatic();
  return { code: text.trim(), nmid };
}

/** The same code, made out for one bill. @throws QrisNotReadable when the bill breaks the limits */
export function madeOutFor({ code }: PaymentCode, bill: Bill): string {
  return toDynamic(parseQris(code), bill);
}

/**
 * Whether what is stuck on a stall is its own code: others' pasted over it are the known fraud. The number decides, not the
 * name, which anybody can print.
 */
export function judgeScanned({ nmid }: PaymentCode, scanned: string): Verdict {
  try {
    return parseQris(scanned).nmid === nmid ? 'genuine' : 'of_another_merchant';
  } catch (error) {
    if (error instanceof QrisNotReadable) return 'not_readable';
    throw error;
  }
}
