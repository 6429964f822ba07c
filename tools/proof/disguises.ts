/** How a text may hide in other bytes: as it is, in hex, in base64 (plain or URL, at each of three alignments), escaped. */
export function disguises(text: string): string[] {
  const bytes = Buffer.from(text);
  const shifted = [0, 1, 2].map((shift) => {
    const encoded = Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64');
    // The first and last characters also hold bits of the neighbours.
    return encoded.slice(shift === 0 ? 0 : shift + 1, Math.floor(((bytes.length + shift) * 8) / 6) - 1);
  });
  const urlSafe = shifted.map((encoded) => encoded.replaceAll('+', '-').replaceAll('/', '_'));
  const forms = [text, encodeURIComponent(text), bytes.toString('hex'), bytes.toString('hex').toUpperCase()];
  return [...new Set([...forms, ...shifted, ...urlSafe])];
}

/** Which of the texts are in the bytes, in whichever disguise. */
export function found(texts: readonly string[], bytes: Buffer): string[] {
  return texts.filter((text) => disguises(text).some((form) => bytes.includes(form)));
}
