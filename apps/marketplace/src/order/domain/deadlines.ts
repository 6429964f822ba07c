const HOUR = 60 * 60 * 1_000;

/** How long each state may last before the platform takes the next step by itself, in milliseconds. */
export const deadlines = {
  /** For the seller to take it on; then the money goes back. */
  paid: 2 * HOUR,
  /** For the seller to make it ready; then the money goes back. */
  accepted: 24 * HOUR,
  /** For the buyer to fetch it; then the money goes back, since nothing shows that there was something to fetch. */
  ready: 24 * HOUR,
  /** For the buyer to say that something is wrong; then the seller has earned it. */
  handed_over: 48 * HOUR,
} as const;

/** When what has come to this state goes on by itself. */
export function dueIn(state: keyof typeof deadlines, at: Date): Date {
  return new Date(at.getTime() + deadlines[state]);
}
