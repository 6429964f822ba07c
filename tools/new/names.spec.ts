import { describe, expect, it } from '@jest/globals';
import { filled, tokensFor } from './names.js';

describe('the names of what is made', () => {
  it.each([
    ['permit', 'permits'],
    ['city', 'cities'],
    ['survey', 'surveys'],
    ['box', 'boxes'],
    ['class', 'classes'],
  ])('say of more than one %s that they are %s', (thing, things) => {
    expect(tokensFor({ service: 'parking', thing })['__things__']).toBe(things);
  });

  it('fill a template in every form', () => {
    const tokens = tokensFor({ service: 'parking', thing: 'permit' });
    expect(filled('__service__ __Service__ __thing__Id __Things__Module', tokens)).toBe(
      'parking Parking permitId PermitsModule',
    );
  });

  it.each(['Parking', 'car park', 'p', '../reports', ''])('are no "%s"', (service) => {
    expect(() => tokensFor({ service, thing: 'permit' })).toThrow(/is no name: use one word of small letters/);
  });
});
