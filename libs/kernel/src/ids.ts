declare const brand: unique symbol;

/** A string that the compiler keeps apart from all other strings: `Id<'report'>` is not `Id<'person'>`. */
export type Id<Name extends string> = string & { readonly [brand]: Name };

// Only what every context speaks of; a context's own ids stand in its domain.
export type OrganisationId = Id<'organisation'>;
/** A person as one service knows them: another service has another id for the same person. */
export type PersonId = Id<'person'>;
/** A region code, each part within the one before: in Indonesia Kemendagri's, `PP.KK` for a city. */
export type RegionCode = Id<'region'>;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** True for a lower-case UUID of any RFC 9562 version from 1 to 8. */
export function isUuid(value: string): boolean {
  return UUID.test(value);
}

/** Random bytes are drawn for many ids at once: the call into the system costs more than the bytes. */
const pool = new Uint8Array(16 * 256);
let used = pool.length;

function randomBytes16(): Uint8Array {
  if (used === pool.length) {
    crypto.getRandomValues(pool);
    used = 0;
  }
  used += 16;
  return pool.slice(used - 16, used);
}

/**
 * A UUIDv7 (RFC 9562): sorted by the millisecond it was made in.
 *
 * @param at the moment it carries
 */
export function newId<Name extends string>(at: Date = new Date()): Id<Name> {
  const bytes = randomBytes16();
  const view = new DataView(bytes.buffer);
  const milliseconds = at.getTime();
  view.setUint16(0, Math.floor(milliseconds / 2 ** 32));
  view.setUint32(2, milliseconds % 2 ** 32);
  view.setUint8(6, (view.getUint8(6) & 0x0f) | 0x70);
  view.setUint8(8, (view.getUint8(8) & 0x3f) | 0x80);
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, '$1-$2-$3-$4-$5') as Id<Name>;
}
