import { describe, expect, it } from '@jest/globals';
import { EachApart } from './each-apart.js';

const failing = (...bad: string[]) => {
  return (id: string) => (bad.includes(id) ? Promise.reject(new Error('cannot')) : Promise.resolve(id !== 'idle'));
};

describe('due rows, each apart', () => {
  it('are all done though one of them cannot be, and count only where there was something to do', async () => {
    const each = new EachApart('test');
    expect(await each.run(['a', 'bad', 'idle', 'b'], failing('bad'))).toBe(2);
  });

  it('leave out what could not be done, for a while, and nothing else', async () => {
    const each = new EachApart('test');
    expect(each.leftOut).toEqual([]);
    await each.run(['a', 'bad', 'worse'], failing('bad', 'worse'));
    expect(each.leftOut).toEqual(['bad', 'worse']);
  });
});
