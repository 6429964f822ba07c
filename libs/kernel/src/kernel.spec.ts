import { describe, expect, it } from '@jest/globals';
import {
  assertNever,
  covers,
  dayIn,
  FixedClock,
  formatRupiah,
  isRecipientSeal,
  isUuid,
  newestSeal,
  newId,
  type RecipientSeal,
  type RegionCode,
  regionsAround,
  rupiah,
} from './index.js';

describe('kernel', () => {
  it('makes ids that sort by the moment they carry', () => {
    const earlier = newId(new Date('2026-11-22T00:00:00.000Z'));
    const later = newId(new Date('2026-11-22T00:00:00.001Z'));
    expect(earlier < later).toBe(true);
    expect(isUuid(earlier)).toBe(true);
    expect(earlier[14]).toBe('7');
  });

  it('makes no id twice, also within one millisecond', () => {
    const at = new Date();
    expect(new Set(Array.from({ length: 2000 }, () => newId(at))).size).toBe(2000);
  });

  it('does not take an upper-case or cut-off text for a uuid', () => {
    expect(isUuid(newId().toUpperCase())).toBe(false);
    expect(isUuid(newId().slice(1))).toBe(false);
  });

  it('shows money as Indonesians write it', () => {
    expect(formatRupiah(rupiah(1_500_000))).toBe('Rp1.500.000');
    expect(formatRupiah(rupiah(-999n))).toBe('-Rp999');
  });

  it('refuses a fraction of a rupiah', () => {
    expect(() => rupiah(0.5)).toThrow(RangeError);
  });

  it("tells a city's day by the name of its zone, summer time included", () => {
    expect(dayIn('Asia/Jakarta', new Date('2026-11-22T16:59:59.999Z'))).toBe('2026-11-22');
    expect(dayIn('Asia/Jakarta', new Date('2026-11-22T17:00:00Z'))).toBe('2026-11-23');
    expect(dayIn('Europe/Berlin', new Date('2026-07-01T22:00:00Z'))).toBe('2026-07-02');
    expect(dayIn('Europe/Berlin', new Date('2026-12-01T22:00:00Z'))).toBe('2026-12-01');
    expect(() => dayIn('Asia/Nowhere', new Date(0))).toThrow(RangeError);
  });

  it('knows that a region covers itself and what nests in it by whole parts', () => {
    expect(covers('31.71', '31.71')).toBe(true);
    expect(covers('31', '31.71.01.1001')).toBe(true);
    expect(covers('31.7', '31.71')).toBe(false);
    expect(covers('31.71.01', '31.71')).toBe(false);
  });

  it('knows the regions around a region', () => {
    expect(regionsAround('31.71.01.1001' as RegionCode)).toEqual(['31', '31.71', '31.71.01', '31.71.01.1001']);
  });

  it('keeps time standing until a test moves it', () => {
    const clock = new FixedClock('2026-11-22T00:00:00Z');
    clock.advance(1500);
    expect(clock.now().toISOString()).toBe('2026-11-22T00:00:01.500Z');
  });

  it('keeps the newest seal, and the one before when a token has none', () => {
    const [old, recent] = ['a.b.c.d.e', 'n.e.w.e.r'] as RecipientSeal[];
    expect({ recipient: old, ...newestSeal({ recipient: recent! }) }).toEqual({ recipient: recent });
    expect({ recipient: old, ...newestSeal({}) }).toEqual({ recipient: old });
  });

  it('recognises the outer shape of a seal and nothing else', () => {
    expect(isRecipientSeal('eyJhbGciOiJFQ0RILUVTIn0..aXY.Y2lwaGVy.dGFn')).toBe(true);
    expect(isRecipientSeal('not a seal')).toBe(false);
    expect(isRecipientSeal(`${'a'.repeat(3000)}..b.c.d`)).toBe(false);
  });

  it('stops at a case that the compiler should have refused', () => {
    expect(() => assertNever('x' as never)).toThrow('"x"');
  });
});
