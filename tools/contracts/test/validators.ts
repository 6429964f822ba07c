import { Ajv2020 } from 'ajv/dist/2020.js';
import { fullFormats } from 'ajv-formats/dist/formats.js';
import { type Schema } from '../published.js';

/** What a reader with that schema says to data: another validator than ours, as strangers have. */
export function readerOf(schema: Schema): (data: unknown) => boolean {
  const keywords = ['x-privacy', 'x-topic', 'x-key'];
  const check = new Ajv2020({ strict: true, keywords, formats: fullFormats }).compile(schema);
  return (data) => check(data);
}
