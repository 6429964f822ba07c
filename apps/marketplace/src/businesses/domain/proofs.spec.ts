import { describe, expect, it } from '@jest/globals';
import { actors, application, AT, attempt, businessIn, TODAY } from '../../../test/world.js';
import type { Application } from './business.js';
import { resubmit } from './decisions.js';
import { ProofLacking, ProofTwice } from './errors.js';
import { lackingProofs, type Proof, type RiskClass } from './proofs.js';

const proof = (kind: Proof['kind'], validUntil?: string): Proof =>
  validUntil === undefined ? { kind, number: '1' } : { kind, number: '1', validUntil };
const { nib: _, ...withoutNib } = application;

describe('what a business must show', () => {
  it.each<[RiskClass, readonly Proof['kind'][]]>([
    ['low', []],
    ['medium_low', ['standard_certificate']],
    ['medium_high', ['standard_certificate']],
    ['high', ['permit']],
  ])('beside its NIB follows from its risk: %s', (risk, kinds) => {
    expect(lackingProofs({ ...application, risk }, TODAY)).toEqual(kinds);
    expect(lackingProofs({ ...withoutNib, risk }, TODAY)).toEqual(['nib', ...kinds]);
    expect(lackingProofs({ ...application, risk, proofs: kinds.map((kind) => proof(kind)) }, TODAY)).toEqual([]);
  });

  it('holds on its last day and no longer', () => {
    const until = (day: string) => ({ ...application, risk: 'high' as const, proofs: [proof('permit', day)] });
    expect(lackingProofs(until('2026-11-22'), TODAY)).toEqual([]);
    expect(lackingProofs(until('2026-11-21'), TODAY)).toEqual(['permit']);
  });

  it('is shown before it is verified, and again before it goes on', () => {
    const high: Partial<Application> = { risk: 'high', proofs: [proof('permit', '2026-11-21')] };
    const lacking = expect.objectContaining({ code: 'proof_lacking', details: { lacking: ['permit'] } });
    expect(() => attempt('verify', businessIn('submitted', high), actors.kelurahan)).toThrow(ProofLacking);
    expect(() => attempt('verify', businessIn('submitted', high), actors.kelurahan)).toThrow(lacking);
    expect(() => attempt('resume', businessIn('suspended', high), actors.kelurahan)).toThrow(ProofLacking);
  });

  it('is given once of each kind', () => {
    const twice = { ...application, proofs: [proof('halal'), proof('halal')] };
    expect(() => resubmit(businessIn('returned'), twice, { actor: actors.owner, at: AT })).toThrow(ProofTwice);
  });
});
