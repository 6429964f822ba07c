import { describe, expect, it } from '@jest/globals';
import { tellingLine } from '../src/embedded/index.js';

describe('the line of an output that tells most', () => {
  it('is the last one that speaks of an error', () => {
    expect(tellingLine('starting\nError: no room\nbye\n')).toBe('Error: no room');
  });

  it('is the last one when none does', () => {
    expect(tellingLine('starting\nwaiting\n')).toBe('waiting');
  });

  it('is only the message of a log line in JSON', () => {
    expect(tellingLine('{"level":"fatal","msg":"the migration was edited."}')).toBe('the migration was edited');
  });

  it('is none of no output', () => {
    expect(tellingLine('\n')).toBeUndefined();
  });
});
