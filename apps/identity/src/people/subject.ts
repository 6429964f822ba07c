import { createHmac } from 'node:crypto';
import { type PersonId } from '@jaki/kernel';

/**
 * A person (or a machine's account) as one sector knows them: a UUIDv8 made of HMAC-SHA256(key, sector ‖ 0x00 ‖ holder).
 * Without the key nobody can tell whether two ids of two sectors stand for the same holder.
 *
 * @param sector the audience of a token, or a client's id for an id_token
 * @param holder the id inside identity, which no other service ever sees
 */
export function subjectIn(sector: string, holder: string, key: Uint8Array): PersonId {
  const bytes = digest(sector, holder, key).subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('hex').replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, '$1-$2-$3-$4-$5') as PersonId;
}

/** One login as one sector knows it, for the `sid` claim: made like a subject, so it joins nothing across sectors. */
export function sessionIn(sector: string, grant: string, key: Uint8Array): string {
  return digest(sector, `session:${grant}`, key).subarray(0, 16).toString('base64url');
}

function digest(sector: string, value: string, key: Uint8Array): Buffer {
  return createHmac('sha256', key).update(`${sector}\0${value}`).digest();
}
