import { type DeadLetter } from '@jaki/messaging';
import { type Answer } from './carry-out.js';
import { decoded } from './decoded.js';
import { type LetterAt } from './service-databases.js';

/** The answer for programs: times in ISO 8601, values as JSON where they are JSON. */
export function jsonOf(answer: Answer): unknown {
  switch (answer.of) {
    case 'list':
      return answer.letters.map(brief);
    case 'replay':
      return { asked: answer.asked, letters: answer.tried.map(({ service, letter }) => whole(service, letter)) };
    case 'show':
    case 'discard':
      return whole(answer.at.service, answer.at.letter);
  }
}

const brief = ({ service, letter }: LetterAt) => ({ service, ...letter });

function whole(service: string, { value, ...letter }: DeadLetter): object {
  return { service, ...letter, value: value === null ? null : decoded(value) };
}
