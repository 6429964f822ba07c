import { describe, it } from '@jest/globals';

describe('filing', () => {
  it('is tested', () => {});
  it.each([1])('is tested with %d', () => {});
  it.skip('is not tested', () => {}); // breaks
  it.todo('will be tested'); // breaks
  it.only.each([1])('alone is tested', () => {}); // breaks
});
describe.skip('routing', () => {}); // breaks
