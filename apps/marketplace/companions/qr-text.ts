/** A field of EMVCo's merchant-presented code: its tag and its value, or the fields inside of it. */
type Field = readonly [tag: string, value: string | readonly Field[]];

/**
 * The text of a QRIS code for one payment to the sandbox's only merchant. It is written here by itself, not by the
 * marketplace's codec, so that neither hides a mistake of the other.
 */
export function dynamicQris(amount: number, billNumber: string): string {
  const fields: readonly Field[] = [
    ['00', '01'],
    ['01', '12'],
    [
      '51',
      [
        ['00', 'ID.CO.QRIS.WWW'],
        ['02', 'ID1020000000001'],
        ['03', 'UMI'],
      ],
    ],
    ['52', '5499'],
    ['53', '360'],
    ['54', String(amount)],
    ['58', 'ID'],
    ['59', 'SANDBOX'],
    ['60', 'JAKARTA'],
    ['61', '10110'],
    ['62', [['01', billNumber]]],
  ];
  // The checksum covers its own tag and length.
  const covered = `${write(fields)}6304`;
  return covered + crc16(covered);
}

function write(fields: readonly Field[]): string {
  return fields
    .map(([tag, value]) => {
      const text = typeof value === 'string' ? value : write(value);
      return `${tag}${String(text.length).padStart(2, '0')}${text}`;
    })
    .join('');
}

/** CRC-16/CCITT-FALSE, four upper-case hexadecimal digits. */
export function crc16(text: string): string {
  let crc = 0xffff;
  for (const byte of Buffer.from(text)) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit++) crc = ((crc & 0x8000) === 0 ? crc << 1 : (crc << 1) ^ 0x1021) & 0xffff;
  }
  return crc.toString(16).toUpperCase().padStart(4, '0');
}
