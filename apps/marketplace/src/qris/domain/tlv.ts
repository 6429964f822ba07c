import { QrisNotReadable } from './errors.js';

/** A value and the number of characters before it in the whole code. */
export interface Field {
  readonly value: string;
  readonly at: number;
}

/** The values by their tags of two digits, in the order they were written in. */
export type Fields = ReadonlyMap<string, Field>;

interface Sequence {
  readonly characters: readonly string[];
  /** Characters of the whole code before this sequence. */
  readonly from: number;
  /** How much of a length one character takes up. */
  readonly width: (character: string) => number;
}

const LONGEST = 99;

/**
 * Reads a sequence of tag, length and value, each tag at most once; a value may be empty.
 *
 * A length counts characters (code points). Some issuers count the bytes of UTF-8 instead: when the first reading breaks,
 * the whole sequence is read again that way.
 *
 * @param place.from characters of the whole code before `text`, so that errors tell the place in the code.
 * @param place.last the tag that must end the sequence.
 * @throws QrisNotReadable with the place where the reading by characters broke, when both break.
 */
export function readTlv(text: string, place: { from?: number; last?: string } = {}): Fields {
  const { from = 0, last } = place;
  const characters = Array.from(text);
  try {
    return readAll({ characters, from, width: () => 1 }, last);
  } catch (broken) {
    try {
      return readAll({ characters, from, width: (character) => Buffer.byteLength(character) }, last);
    } catch {
      throw broken;
    }
  }
}

function readAll(sequence: Sequence, last: string | undefined): Fields {
  const { characters, from } = sequence;
  const fields = new Map<string, Field>();
  let start = 0;
  let latest: string | undefined;
  while (start < characters.length) {
    const { tag, value, end } = readField(sequence, start);
    if (fields.has(tag)) throw new QrisNotReadable(from + start, `tag ${tag} is there twice`);
    fields.set(tag, { value, at: from + start + 4 });
    latest = tag;
    start = end;
  }
  // Lengths that count bytes can come out even by chance when read as characters: the last tag tells them apart.
  if (last !== undefined && latest !== last) throw new QrisNotReadable(from + start, `tag ${last} must end the code`);
  return fields;
}

function readField({ characters, from, width }: Sequence, start: number): { tag: string; value: string; end: number } {
  const head = characters.slice(start, start + 4).join('');
  if (!/^\d{4}$/.test(head))
    throw new QrisNotReadable(from + start, 'a tag and a length, two digits each, must be here');
  const tag = head.slice(0, 2);
  let left = Number(head.slice(2));
  let value = '';
  for (const character of characters.slice(start + 4, start + 4 + left)) {
    if (left <= 0) break;
    value += character;
    left -= width(character);
  }
  if (left !== 0) throw new QrisNotReadable(from + start, `the length of tag ${tag} does not fit what follows it`);
  return { tag, value, end: start + 4 + Array.from(value).length };
}

/**
 * Writes the values in ascending order of their tags; lengths count characters. An empty value is left out, because
 * EMVCo has no length 00.
 *
 * @throws QrisNotReadable when a value is longer than 99 characters.
 */
export function writeTlv(values: ReadonlyMap<string, string>): string {
  let text = '';
  for (const [tag, value] of Array.from(values).sort(([one], [other]) => Number(one) - Number(other))) {
    const { length } = Array.from(value);
    if (length > LONGEST) throw new QrisNotReadable(Array.from(text).length, `tag ${tag} is longer than ${LONGEST}`);
    if (length > 0) text += `${tag}${String(length).padStart(2, '0')}${value}`;
  }
  return text;
}
