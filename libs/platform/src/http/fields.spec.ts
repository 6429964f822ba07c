import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { IsId, IsText } from './fields.js';

class Dto {
  @IsText(100)
  text!: string;

  @IsId()
  id!: string;

  @IsId({ each: true })
  ids!: string[];
}

const ID = '0192f0c1-0000-7000-8000-00000000abcd';

function check(change: Partial<Dto>) {
  const dto = plainToInstance(Dto, { text: 'banjir', id: ID, ids: [ID], ...change });
  return { dto, faults: validateSync(dto).map(({ property }) => property) };
}

describe('text for people', () => {
  it.each(['banjir', '🌊', '👩‍👩‍👧', '!', '七', '\u200bair', '🇮🇩'])('shows something: %j', (text) => {
    expect(check({ text }).faults).toEqual([]);
  });

  it.each(['', '   ', '\u200b\u2060\u3164', '\u00ad', '\ufe0f', '\u115f', '\u2800', '\u0301', '\ue000', '\u202e\n'])(
    'is refused when it shows nothing: %j',
    (text) => {
      expect(check({ text }).faults).toEqual(['text']);
    },
  );
});

describe('an id', () => {
  it('is read without regard to case, alone and in lists', () => {
    const { dto, faults } = check({ id: ID.toUpperCase(), ids: [ID.toUpperCase()] });
    expect(faults).toEqual([]);
    expect(dto).toMatchObject({ id: ID, ids: [ID] });
  });

  it('that is none is refused', () => {
    for (const id of [`${ID}a`, 'x', `{${ID}}`, ID.replaceAll('-', '')]) {
      expect(check({ id, ids: [id] }).faults).toEqual(['id', 'ids']);
    }
  });
});
