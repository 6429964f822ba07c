/** What a message holds: `json`, `text` or `base64`, and which one it is tells how it was decoded. */
export function decoded(value: Buffer): { json: unknown } | { text: string } | { base64: string } {
  const text = value.toString();
  try {
    return { json: JSON.parse(text) as unknown };
  } catch {
    return text.includes('\ufffd') ? { base64: value.toString('base64') } : { text };
  }
}
