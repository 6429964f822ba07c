import { describe, expect, it } from '@jest/globals';
import { newId } from '@jaki/kernel';
import { __Thing__NotValid } from './errors.js';
import { open } from './__thing__.js';

const by = { actor: { id: newId<'person'>() }, at: new Date('2026-01-01T00:00:00.000Z') };

describe('a __thing__', () => {
  it('belongs to whoever opened it', () => {
    const { next, facts } = open({ id: newId(), name: ' Contoh ' }, by);
    expect(next).toMatchObject({ owner: by.actor.id, name: 'Contoh', version: 1 });
    expect(facts).toEqual([{ type: 'opened', version: 1, at: by.at }]);
  });

  it('needs a name', () => {
    expect(() => open({ id: newId(), name: ' ' }, by)).toThrow(__Thing__NotValid);
  });
});
