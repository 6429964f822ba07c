import { type Step } from '../check/step.js';
import { gate, MEND } from './gate.js';
import { notKept } from './kept.js';
import { type ContextContracts } from './published.js';

const root = new URL('../../', import.meta.url).pathname;

/** The compatibility gate as a step of `npm run check`. */
export function compatibilityStep(contexts: () => readonly ContextContracts[]): Step {
  return {
    name: 'contracts keep what was published',
    faults: () => [
      ...contexts().flatMap(gate),
      ...notKept(root, 'libs/contracts/published').map((path) => `${path} is not as it was published: restore it`),
    ],
    mend: MEND,
  };
}
