import { wordsOf } from '../../listings/domain/words.js';

const MOST_TERMS = 8;

/** Words that people write in several ways: whichever is asked for, all are found. */
const sameWords: readonly (readonly string[])[] = [
  ['cabe', 'cabai'],
  ['telor', 'telur'],
  ['mi', 'mie', 'bakmi'],
  ['kripik', 'keripik'],
  ['krupuk', 'kerupuk'],
  ['bakso', 'baso'],
  ['sambel', 'sambal'],
  ['terasi', 'trasi'],
];

/** What the stemmer makes another word of: a shirt (kemeja) a table (meja), crisps (keripik) nothing at all. */
const unstemmed: ReadonlySet<string> = new Set(['kemeja', 'keripik', 'kerupuk', 'masakan', 'memasak']);

/** Whether other forms of the word may be looked for. */
export function hasForms(term: string): boolean {
  return !unstemmed.has(term);
}

/** What is looked for: the first words of what somebody typed, each once. */
export function termsOf(text: string): string[] {
  return [...new Set(wordsOf(text))].slice(0, MOST_TERMS);
}

/** The word itself and others for the same thing. */
export function spellingsOf(term: string): readonly string[] {
  return sameWords.find((words) => words.includes(term)) ?? [term];
}
