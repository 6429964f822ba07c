import { execFile } from 'node:child_process';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { PHOTO_LIMITS } from '../src/photos/files/photo-limits.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const program = ['-C', '@jaki/source', '--import', './tools/swc-register.mjs', 'apps/reports/test/clean-many.ts'];

interface Memory {
  readonly done: number;
  readonly before: number;
  readonly most: number;
  readonly after: number;
}

/** What a process takes that is sent one picture three times at once. */
async function memoryOf(picture: Buffer): Promise<Memory> {
  const file = join(await mkdtemp(join(tmpdir(), 'jaki-memory-')), 'picture');
  await writeFile(file, picture);
  const { stdout } = await promisify(execFile)(process.execPath, [...program, file], { cwd: root });
  return JSON.parse(stdout) as Memory;
}

const square = (pixels: number, channels: 3 | 4 = 3) => {
  const side = Math.floor(Math.sqrt(pixels));
  return sharp({ create: { width: side, height: side, channels, background: 'red' } });
};

describe('pictures that unpack to as much as may be', () => {
  it.each([
    ['AVIF', () => square(PHOTO_LIMITS.pixels.heif, 4).avif({ effort: 0 })],
    ['progressive JPEG', () => square(PHOTO_LIMITS.pixels.jpeg).toColourspace('cmyk').jpeg({ progressive: true })],
    ['interlaced PNG', () => square(PHOTO_LIMITS.pixels.png, 4).toColourspace('rgb16').png({ progressive: true })],
  ])(
    'take at most 600 MB when some come at once, and give it back: %s',
    async (_name, picture) => {
      const { done, before, most, after } = await memoryOf(await picture().toBuffer());
      expect(done).toBe(3);
      expect(most - before).toBeLessThan(600);
      expect(after - before).toBeLessThan(200);
    },
    180_000,
  );
});
