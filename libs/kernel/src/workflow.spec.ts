import { describe, expect, it } from '@jest/globals';
import { newId, type OrganisationId } from './ids.js';
import { defineWorkflow, IllegalTransition, NotYourStep } from './workflow.js';

interface Written {
  readonly state: 'written';
  readonly version: number;
}
interface Sent {
  readonly state: 'sent';
  readonly version: number;
  readonly stamp: string;
}
type Letter = Written | Sent;
interface Person {
  readonly is: 'writer' | 'postman';
  readonly organisation?: { readonly id: OrganisationId };
}

const letters = defineWorkflow<Person, Letter>()({
  subject: 'letter',
  states: { written: { id: 'Ditulis', en: 'Written' }, sent: { id: 'Dikirim', en: 'Sent' } },
  who: {
    writer: { refusal: 'not_the_writer', may: ({ is }) => is === 'writer' },
    postman: { refusal: 'not_the_postman', may: ({ is }) => is === 'postman' },
  },
  steps: [
    { command: 'write', from: [], who: ['writer'], needs: 'a text', to: 'written', events: ['written'] },
    { command: 'send', from: ['written'], who: ['postman', 'writer'], needs: '', to: 'sent', events: ['sent'] },
    { command: 'burn', from: ['sent'], who: ['writer'], needs: '', to: 'written', events: [] },
  ],
});

const written: Letter = { state: 'written', version: 1 };
const sent: Letter = { state: 'sent', version: 2, stamp: 'A' };
const [writer, postman]: readonly [Person, Person] = [{ is: 'writer' }, { is: 'postman' }];

describe('a workflow', () => {
  it('opens a step for whom its table names, in the states that it names', () => {
    expect(letters.begin('send', written, writer)).toBe(written);
    // The compiler knows the state.
    expect(letters.begin('burn', sent, writer).stamp).toBe('A');
  });

  it('refuses a step in another state first, whoever asks', () => {
    for (const person of [writer, postman]) {
      expect(() => letters.begin('send', sent, person)).toThrow(IllegalTransition);
    }
    const refused = { code: 'illegal_transition', details: { state: 'sent', command: 'send' } };
    expect(() => letters.begin('send', sent, writer)).toThrow(expect.objectContaining(refused));
  });

  it('refuses whom its table does not name, with the code of the first that it names', () => {
    expect(() => letters.begin('burn', sent, postman)).toThrow(NotYourStep);
    const refused = { code: 'not_the_writer', kind: 'forbidden', details: { command: 'burn', who: ['writer'] } };
    expect(() => letters.begin('burn', sent, postman)).toThrow(expect.objectContaining(refused));
  });

  it('lets only those make a subject whom its table names', () => {
    expect(() => letters.beginNew('write', writer)).not.toThrow();
    expect(() => letters.beginNew('write', postman)).toThrow(NotYourStep);
  });

  it('numbers the facts of a step after the version before it, with the note at the first', () => {
    const at = new Date('2026-11-27T00:00:00Z');
    const organisation = newId<'organisation'>();
    const by = { actor: { is: 'postman', organisation: { id: organisation } }, at, note: 'early' } as const;
    const next = { ...written, state: 'sent', stamp: 'B' } as const;
    const decision = letters.decide('send', by, { next, facts: [{ type: 'sent' }, { type: 'sent' }] });
    expect(decision.next).toEqual({ state: 'sent', version: 3, stamp: 'B' });
    expect(decision.facts).toEqual([
      { type: 'sent', version: 2, at, organisation, note: 'early' },
      { type: 'sent', version: 3, at, organisation },
    ]);
  });
});
