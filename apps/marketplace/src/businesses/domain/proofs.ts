/** How risky a business is by law (PP 5/2021, kept by PP 28/2025), which decides what it must show. */
export const riskClasses = ['low', 'medium_low', 'medium_high', 'high'] as const;
export type RiskClass = (typeof riskClasses)[number];

/** What a business can show beside its NIB. */
export const proofKinds = ['standard_certificate', 'permit', 'halal', 'p_irt', 'sni'] as const;
export type ProofKind = (typeof proofKinds)[number];

export interface Proof {
  readonly kind: ProofKind;
  readonly number: string;
  /** Its last day in the city's time zone, `YYYY-MM-DD`; absent when it does not end. */
  readonly validUntil?: string;
}

/** What each class must show beside its NIB: a low risk nothing, a middle one its standard, a high one a permit. */
export const neededBy: Readonly<Record<RiskClass, readonly ProofKind[]>> = {
  low: [],
  medium_low: ['standard_certificate'],
  medium_high: ['standard_certificate'],
  high: ['permit'],
};

/** A proof holds on its last day still. */
export function holds({ validUntil }: Proof, today: string): boolean {
  return validUntil === undefined || today <= validUntil;
}

/**
 * What a business still lacks to be verified, for its owner and for who checks it.
 *
 * @param today in the city's time zone, `YYYY-MM-DD`
 */
export function lackingProofs(
  { nib, risk, proofs }: { readonly nib?: string; readonly risk: RiskClass; readonly proofs: readonly Proof[] },
  today: string,
): readonly ('nib' | ProofKind)[] {
  const valid = proofs.filter((proof) => holds(proof, today)).map(({ kind }) => kind);
  const lacking = neededBy[risk].filter((kind) => !valid.includes(kind));
  return nib === undefined ? ['nib', ...lacking] : lacking;
}
