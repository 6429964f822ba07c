import { createHash } from 'node:crypto';
import { DomainError } from '@jaki/kernel';
import type { Metadata } from 'sharp';

/** A picture that is safe to keep and to show: a JPEG of ours, without a word about who took it where. */
export interface CleanPhoto {
  readonly bytes: Buffer;
  readonly width: number;
  readonly height: number;
  /** SHA-256 in hex. The same picture with other metadata comes out the same. */
  readonly hash: string;
}

export class NotAPhoto extends DomainError {
  readonly code = 'not_a_photo';
  readonly kind = 'unsupported';
  constructor(options?: ErrorOptions) {
    super('The file is no JPEG, PNG, WebP or AVIF picture.', {}, options);
  }
}

export class TooManyPixels extends DomainError {
  readonly code = 'too_many_pixels';
  readonly kind = 'too_large';
  constructor() {
    super('The picture has too many pixels.', { most: MOST_PIXELS });
  }
}

const FORMATS = new Set(['jpeg', 'png', 'webp', 'heif']);
// What phones take, and no more: a few kB can unpack to gigabytes.
const MOST_PIXELS = 64_000_000;
const LONGEST_SIDE = 2048;

/**
 * Its native library takes 20 MiB, which an instance that never sees a photo need not hold. Pictures are cleaned beside
 * the service's other work: one thread each.
 */
async function pictures() {
  const { default: sharp } = await import('sharp');
  sharp.concurrency(1);
  return sharp;
}

/**
 * Tells by its content whether it is a picture, turns it as its EXIF says, and makes a new JPEG of its pixels alone.
 *
 * @throws NotAPhoto, TooManyPixels
 */
export async function cleanPhoto(upload: Buffer): Promise<CleanPhoto> {
  const sharp = await pictures();
  await inspect(upload);
  try {
    const { data, info } = await sharp(upload, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
      .autoOrient()
      .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: 'white' })
      .toColourspace('srgb')
      .jpeg({ quality: 82 })
      .toBuffer({ resolveWithObject: true });
    const hash = createHash('sha256').update(data).digest('hex');
    return { bytes: data, width: info.width, height: info.height, hash };
  } catch (cause) {
    throw new NotAPhoto({ cause });
  }
}

/** Reads the header only: nothing is unpacked before its size is known. */
async function inspect(upload: Buffer): Promise<void> {
  const { format, width, height, pages = 1 } = await metadataOf(upload);
  if (!FORMATS.has(format)) throw new NotAPhoto();
  if (width * height * pages > MOST_PIXELS) throw new TooManyPixels();
}

async function metadataOf(upload: Buffer): Promise<Metadata> {
  const sharp = await pictures();
  try {
    return await sharp(upload, { limitInputPixels: false }).metadata();
  } catch (cause) {
    throw new NotAPhoto({ cause });
  }
}
