const POLYNOMIAL = 0x1021;
const INITIAL = 0xffff;
const HIGH_BIT = 0x8000;

/**
 * The checksum that EMVCo codes end with: CRC-16/CCITT-FALSE over the UTF-8 bytes of the text.
 *
 * @returns four hexadecimal digits, in upper case.
 */
export function crc16(text: string): string {
  const sum = Buffer.from(text, 'utf8').reduce((crc, byte) => shiftByte(crc ^ (byte << 8)), INITIAL);
  return sum.toString(16).toUpperCase().padStart(4, '0');
}

function shiftByte(start: number): number {
  let crc = start;
  for (let bit = 0; bit < 8; bit++) {
    const shifted = (crc << 1) & 0xffff;
    crc = (crc & HIGH_BIT) === 0 ? shifted : shifted ^ POLYNOMIAL;
  }
  return crc;
}
