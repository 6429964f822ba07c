import { type DeadLetter } from '@jaki/messaging';
import { type Answer } from './carry-out.js';
import { decoded } from './decoded.js';
import { type Held } from './offices.js';

/** The answer for programs: times in ISO 8601, values as JSON where they are JSON. */
export function jsonOf(answer: Answer): unknown {
  switch (answer.of) {
    case 'list':
      return answer.letters.map(brief);
    case 'replay':
      return { asked: answer.asked, letters: answer.tried.map(({ service, letter }) => whole(service, letter)) };
    case 'show':
    case 'discard':
      return whole(answer.held.service, answer.held.letter);
  }
}

const brief = ({ service, letter }: Held) => ({ service, ...letter });

function whole(service: string, { value, ...letter }: DeadLetter): object {
  return { service, ...letter, value: value === null ? null : decoded(value) };
}
