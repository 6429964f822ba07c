import { CannotStart } from '@jaki/testing/embedded';

/** Every form of the names that a template speaks of, by its token. */
export type Tokens = Readonly<Record<string, string>>;

const WORD = /^[a-z]{2,30}$/;
const capital = (word: string) => word.replace(/^./, (first) => first.toUpperCase());
/** `permit` is `permits`, `survey` `surveys`, `city` `cities`, `box` `boxes`. */
const plural = (word: string) =>
  word.replace(/(?:([^aeiou])y|(s|x|z|ch|sh))?$/, (_, y?: string, s?: string) => (y ? `${y}ies` : s ? `${s}es` : 's'));

/** @throws CannotStart when one is no single English word in lower case */
export function tokensFor({ service, thing }: { readonly service: string; readonly thing: string }): Tokens {
  for (const word of [service, thing]) {
    if (!WORD.test(word)) throw new CannotStart(`"${word}" is no name: use one word of small letters, such as permit.`);
  }
  return {
    __service__: service,
    __Service__: capital(service),
    __thing__: thing,
    __Thing__: capital(thing),
    __things__: plural(thing),
    __Things__: capital(plural(thing)),
  };
}

/** A text with its tokens replaced. */
export function filled(text: string, tokens: Tokens): string {
  return Object.entries(tokens).reduce((all, [token, value]) => all.replaceAll(token, value), text);
}
