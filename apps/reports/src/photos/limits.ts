import { type Limit } from '@jaki/platform';
import { PHOTO_LIMITS } from './files/photo-limits.js';

const { bytes, pixels, uploads } = PHOTO_LIMITS;
const decoded = (what: string, most: number) =>
  ({ what, most, unit: 'pixels', answer: '413 `too_many_pixels`' }) as const;

/** What documents say of photos; why these are so, `photo-limits.ts` says. */
export const limits = {
  bytes: { what: 'a photo', most: bytes, unit: 'bytes', answer: '413 `body_too_large`' },
  jpeg: decoded('a JPEG picture', pixels.jpeg),
  png: decoded('a PNG picture', pixels.png),
  webp: decoded('a WebP picture', pixels.webp),
  avif: decoded('an AVIF picture', pixels.heif),
  uploads: {
    what: 'uploads that are taken in or wait',
    most: uploads.atOnce + uploads.waiting,
    unit: 'requests',
    answer: '503 `too_busy`',
  },
} as const satisfies Readonly<Record<string, Limit>>;
