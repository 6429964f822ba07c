const SECOND = 1_000;

/** Seconds until the acquirer is asked again: callbacks get lost, and money may come after a payment ended. */
const waits = [30, 60, 120, 300, 600, 1_800, 3_600, 6 * 3_600, 12 * 3_600, 24 * 3_600, 24 * 3_600];

/** When the acquirer is asked about a new payment for the first time. */
export function firstLook(at: Date): Date {
  return new Date(at.getTime() + (waits[0] ?? 0) * SECOND);
}

/** When it is asked after so many looks; null when that was the last. */
export function lookAfter(looks: number, at: Date): Date | null {
  const wait = waits[looks];
  return wait === undefined ? null : new Date(at.getTime() + wait * SECOND);
}
