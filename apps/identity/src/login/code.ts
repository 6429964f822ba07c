import { createHmac, randomInt, timingSafeEqual } from 'node:crypto';
import { type Id } from '@jaki/kernel';
import { type Phone } from '../people/phone.js';

export type ChallengeId = Id<'challenge'>;

/** How long a code works, in milliseconds. */
export const CODE_LIFETIME_MS = 5 * 60 * 1000;

/** Most guesses at one code, right ones included. */
export const MOST_ATTEMPTS = 5;

/** Six digits, every one of the million equally likely. */
export function drawCode(): string {
  return randomInt(1_000_000).toString().padStart(6, '0');
}

/** What is kept of a code: useless without the key, for another phone and for another challenge. */
export function hashCode(guess: { challengeId: string; phone: Phone; code: string }, key: Uint8Array): Buffer {
  return createHmac('sha256', key).update(`${guess.challengeId}|${guess.phone}|${guess.code}`).digest();
}

/** Compares in a time that does not depend on where the two differ. */
export function sameHash(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}
