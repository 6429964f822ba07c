import { createHash } from 'node:crypto';
import type { Metadata, Sharp, SharpOptions } from 'sharp';
import { DomainError } from '@jaki/kernel';
import { Gate } from './gate.js';
import { PHOTO_LIMITS } from './photo-limits.js';

/** A picture that is safe to keep and to show: a JPEG of ours, without a word about who took it where. */
export interface CleanPhoto {
  readonly bytes: Buffer;
  readonly width: number;
  readonly height: number;
  /** SHA-256 in hex. The same picture with other metadata comes out the same, however they say it is to be turned. */
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
  constructor(most: number) {
    super('The picture has too many pixels.', { most });
  }
}

const LONGEST_SIDE = 2048;
const END_OF_JPEG = Buffer.from([0xff, 0xd9]);
const decoding = new Gate(PHOTO_LIMITS.decodes);

/**
 * Its native library takes 20 MiB, which an instance that never sees a photo need not hold. It works with one thread and
 * keeps nothing of a picture that is done, so that memory falls back.
 */
async function pictures() {
  const { default: sharp } = await import('sharp');
  sharp.concurrency(1);
  sharp.cache(false);
  return sharp;
}

/**
 * Tells by its content whether it is a picture, turns it as its EXIF says, and makes a new JPEG of its pixels alone.
 *
 * @throws NotAPhoto, TooManyPixels, TooBusy
 */
export async function cleanPhoto(upload: Buffer): Promise<CleanPhoto> {
  return decoding.pass(async () => {
    const { format, orientation = 1 } = await inspect(upload);
    try {
      return await redraw(upload, { failOn: 'error' }, orientation);
    } catch (cause) {
      if (format !== 'jpeg') throw new NotAPhoto({ cause });
      return redrawUnended(upload, orientation, cause);
    }
  });
}

/** Some cameras and cut uploads leave out the mark at a JPEG's end. If that is all, not even a warning is left. */
async function redrawUnended(upload: Buffer, orientation: number, cause: unknown): Promise<CleanPhoto> {
  const ended = Buffer.concat([upload, END_OF_JPEG]);
  return redraw(ended, { failOn: 'warning' }, orientation).catch(() => {
    throw new NotAPhoto({ cause });
  });
}

async function redraw(upload: Buffer, options: SharpOptions, orientation: number): Promise<CleanPhoto> {
  const sharp = await pictures();
  const open = () => sharp(upload, { ...options, limitInputPixels: PHOTO_LIMITS.pixels.jpeg });
  const { data, info } = await drawn(open().autoOrient());
  // Two bytes of metadata make no new picture: what is compared is how it lies in the file.
  const asStored = orientation === 1 ? data : (await drawn(open())).data;
  const hash = createHash('sha256').update(asStored).digest('hex');
  return { bytes: data, width: info.width, height: info.height, hash };
}

function drawn(picture: Sharp) {
  return picture
    .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: 'white' })
    .toColourspace('srgb')
    .jpeg({ quality: 82 })
    .toBuffer({ resolveWithObject: true });
}

/** Reads the header only: nothing is unpacked before its size is known. */
async function inspect(upload: Buffer): Promise<Metadata> {
  const metadata = await metadataOf(upload);
  const { format, width, height, pages = 1 } = metadata;
  const most = (PHOTO_LIMITS.pixels as Readonly<Record<string, number>>)[format];
  if (most === undefined) throw new NotAPhoto();
  if (width * height * pages > most) throw new TooManyPixels(most);
  return metadata;
}

async function metadataOf(upload: Buffer): Promise<Metadata> {
  const sharp = await pictures();
  try {
    return await sharp(upload, { limitInputPixels: false }).metadata();
  } catch (cause) {
    throw new NotAPhoto({ cause });
  }
}
