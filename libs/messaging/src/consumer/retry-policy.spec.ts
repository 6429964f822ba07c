import { describe, expect, it } from '@jest/globals';
import { NotACloudEvent } from '@jaki/contracts';
import { DomainError } from '@jaki/kernel';
import { DoesNotFitSchema } from './read-event.js';
import { decide, reasonOf } from './retry-policy.js';

class GatewayAway extends DomainError {
  readonly code = 'gateway_away';
  readonly kind = 'unavailable';
}

class NotAllowed extends DomainError {
  readonly code = 'not_allowed';
  readonly kind = 'forbidden';
}

const withCode = (code: string) => Object.assign(new Error('failed'), { code });

describe('the retry policy', () => {
  it.each([
    ['poison', new NotACloudEvent('no JSON')],
    ['poison', new DoesNotFitSchema('number is missing')],
    ['outage', withCode('ECONNREFUSED')],
    ['outage', withCode('57P01')],
    ['outage', withCode('08006')],
    ['outage', withCode('53100')],
    ['outage', new Error('Connection terminated unexpectedly')],
    ['outage', new Error('could not save', { cause: withCode('ECONNRESET') })],
    ['outage', new GatewayAway('the gateway does not answer')],
    ['contention', withCode('40P01')],
    ['contention', withCode('55P03')],
    ['contention', withCode('57014')],
    ['fault', withCode('23505')],
    ['fault', new TypeError('undefined is not a street')],
    ['fault', new NotAllowed('no')],
    ['fault', 'thrown text'],
  ])('sees %s in %s', (reason, error) => {
    expect(reasonOf(error)).toBe(reason);
  });

  it.each([
    ['poison', { attempts: 1, pauses: 0 }, 'dead-letter'],
    ['fault', { attempts: 4, pauses: 0 }, 'again'],
    ['fault', { attempts: 5, pauses: 0 }, 'dead-letter'],
    ['contention', { attempts: 1, pauses: 19 }, 'pause'],
    ['contention', { attempts: 1, pauses: 20 }, 'dead-letter'],
    ['outage', { attempts: 1, pauses: 100_000 }, 'pause'],
  ] as const)('answers %s after %j with: %s', (reason, tried, next) => {
    expect(decide(reason, tried)).toBe(next);
  });
});
