import { describe, expect, it } from '@jest/globals';
import { withInModule } from './wire.js';

const entry = { name: 'CloseThing', from: './use-cases/close-thing.js' };
const module = (options: string) =>
  `import { Module } from '@nestjs/common';\n\n@Module({${options}})\nexport class A {}\n`;

describe('a module', () => {
  it.each([
    ['providers: [OpenThing]', 'providers: [OpenThing, CloseThing]'],
    ['providers: [OpenThing,\n]', 'providers: [OpenThing,CloseThing\n]'],
    ['providers: []', 'providers: [CloseThing]'],
    ['imports: [B]', ' providers: [CloseThing],imports: [B]'],
    ['', ' providers: [CloseThing],'],
  ])('with {%s} gets one more class', (before, after) => {
    const edited = withInModule(module(before), 'providers', entry);
    expect(edited).toContain(`@Module({${after}})`);
    expect(edited).toContain(`import { CloseThing } from './use-cases/close-thing.js';`);
  });

  it('that is none is refused', () => {
    expect(() => withInModule('export class A {}', 'providers', entry)).toThrow('declares no module');
  });
});
