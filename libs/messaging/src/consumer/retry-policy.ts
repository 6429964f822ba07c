import { NotACloudEvent } from '@jaki/contracts';
import { DomainError } from '@jaki/kernel';
import { databaseTroubleOf } from '../database-errors.js';
import { UnacceptableMessage } from './read-event.js';

/** Failing attempts of a handler, one right after the other, before its message is given up. */
export const ATTEMPTS = 5;
/** Waits for locks and lost races before a message that always meets them is given up: about two minutes. */
const CONTENTIONS = 20;

/**
 * Why an attempt failed.
 * - `poison`: the message is wrong in itself
 * - `outage`: database or network is away; no message is to blame
 * - `contention`: others were in the way (deadlock, serialization, lock or statement timeout)
 * - `fault`: anything else, most likely a bug of the handler or of the event
 */
export type Reason = 'poison' | 'outage' | 'contention' | 'fault';

/** What to do with the message now. */
export type Next = 'again' | 'pause' | 'dead-letter';

/**
 * The whole policy: poison dies at once; an outage is waited out however long it takes; contention is waited out for
 * minutes; a fault is tried five times at once, without pausing, so that the messages behind it hardly wait.
 */
export function decide(reason: Reason, tried: { attempts: number; pauses: number }): Next {
  switch (reason) {
    case 'poison':
      return 'dead-letter';
    case 'outage':
      return 'pause';
    case 'contention':
      return tried.pauses < CONTENTIONS ? 'pause' : 'dead-letter';
    case 'fault':
      return tried.attempts < ATTEMPTS ? 'again' : 'dead-letter';
  }
}

/** Looks at the error and everything that caused it. */
export function reasonOf(error: unknown): Reason {
  if (error instanceof UnacceptableMessage || error instanceof NotACloudEvent) return 'poison';
  switch (databaseTroubleOf(error)) {
    case 'away':
      return 'outage';
    case 'overdue':
    case 'contended':
      return 'contention';
    case undefined:
      return saysUnavailable(error) ? 'outage' : 'fault';
  }
}

function saysUnavailable(error: unknown): boolean {
  for (let at = error; at instanceof Error; at = at.cause) {
    if (at instanceof DomainError && at.kind === 'unavailable') return true;
  }
  return false;
}
