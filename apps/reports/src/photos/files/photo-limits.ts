const MIB = 1024 * 1024;

/**
 * What photos may cost an instance. Together they keep it under 1.0 GB: some 250 MB without photos, 20 MB for each upload
 * that is taken in (its parts and the whole), and 500 MB for the one picture that is decoded.
 */
export const PHOTO_LIMITS = {
  /** Of one file. */
  bytes: 10 * MIB,
  /** Of one picture, by what it unpacks to and not by its bytes: a few kB can unpack to gigabytes. What phones take, and no more. */
  pixels: {
    /** Progressive ones are kept whole, up to 10 bytes a pixel. */
    jpeg: 50_000_000,
    /** Interlaced ones of 16 bits are kept whole, 8 bytes a pixel. */
    png: 32_000_000,
    webp: 50_000_000,
    /** AVIF. Its decoder keeps the picture several times over, 20 to 30 bytes a pixel, and takes 80 ns for each. */
    heif: 16_000_000,
  },
  /** Uploads that are taken in at once, and how many more wait before their first byte is read. */
  uploads: { atOnce: 8, waiting: 32 },
  /** Pictures that are decoded at once: one of the four threads that files and names of hosts need too. */
  decodes: { atOnce: 1, waiting: 8 },
} as const;
