import { execFileSync } from 'node:child_process';
import { describe, expect, it } from '@jest/globals';

const lines = (count: number) => Array.from({ length: count }, (_, line) => `  work(${line});\n`).join('');

/** What is planted, and what is said of it; the sound half of each pair is as large as it may be. */
const planted: readonly (readonly [limit: string, breach: string, sound: string, says: RegExp])[] = [
  [
    'a function has at most 25 lines',
    `export function long(): void {\n${lines(24)}}\n`,
    `export function long(): void {\n${lines(23)}}\n`,
    /too many lines \(26\)/,
  ],
  [
    'a function has at most 3 parameters',
    'export const sum = (a: number, b: number, c: number, d: number) => a + b + c + d;\n',
    'export const sum = (a: number, b: number, c: number) => a + b + c;\n',
    /At most 3 parameters/,
  ],
  [
    'a method has at most 3 parameters',
    'export class Sum {\n  of(a: number, b: number, c: number, d: number): number {\n    return a + b + c + d;\n  }\n}\n',
    'export class Sum {\n  of(a: number, b: number, c: number): number {\n    return a + b + c;\n  }\n}\n',
    /At most 3 parameters/,
  ],
  [
    'a class has at most 4 dependencies',
    'export class Busy {\n  constructor(a: A, b: B, c: C, d: D, e: E) {}\n}\n',
    'export class Busy {\n  constructor(a: A, b: B, c: C, d: D) {}\n}\n',
    /At most 4 dependencies/,
  ],
  [
    'no list is packed by spreading a literal',
    'export const list = [...[1, 2], 3];\n',
    'export const list = [...others, 3];\n',
    /only packs lines/,
  ],
  [
    'no object is packed by spreading a literal',
    'export const object = { ...{ a: 1, b: 2 }, c: 3 };\n',
    'export const object = { ...(known && { a: 1 }), c: 3 };\n',
    /only packs lines/,
  ],
];

function messagesOf(texts: readonly string[]): string[][] {
  const input = JSON.stringify(texts.map((text) => ({ file: 'tools/bench/figures.ts', text })));
  const script = new URL('lint-limits.mjs', import.meta.url).pathname;
  return JSON.parse(execFileSync(process.execPath, [script], { input, encoding: 'utf8' })) as string[][];
}

describe('the lint of limits', () => {
  it('refuses each planted breach, for that reason alone, and nothing that is as large as it may be', () => {
    const refused = messagesOf(planted.map(([, breach]) => breach));
    const sound = messagesOf(planted.map(([, , text]) => text));
    expect(refused.map((messages) => messages.length)).toEqual(planted.map(() => 1));
    for (const [index, [, , , says]] of planted.entries()) expect(refused[index]?.[0]).toMatch(says);
    expect(sound).toEqual(planted.map(() => []));
  }, 60_000);
});
