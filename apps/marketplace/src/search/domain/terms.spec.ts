import { describe, expect, it } from '@jest/globals';
import { hasForms, spellingsOf, termsOf } from './terms.js';

describe('what is looked for', () => {
  it('are the words alone, in lower case, each once', () => {
    expect(termsOf('  Soto-BETAWI, soto! (500g) ½ ')).toEqual(['soto', 'betawi', '500g', '1', '2']);
    expect(termsOf('%_% <-> "')).toEqual([]);
  });

  it('are eight words at most: nobody means a ninth', () => {
    expect(termsOf('a b c d e f g h i j')).toHaveLength(8);
  });

  it('are all spellings of a word that has several', () => {
    expect(spellingsOf('cabe')).toEqual(['cabe', 'cabai']);
    expect(spellingsOf('cabai')).toEqual(['cabe', 'cabai']);
    expect(spellingsOf('soto')).toEqual(['soto']);
  });

  it('are no other forms of a word that the stemmer makes another word of', () => {
    expect([hasForms('kemeja'), hasForms('soto')]).toEqual([false, true]);
  });
});
