// npm run check: everything that must hold beside the tests. Prints a line for each step, takes all of them, and fails
// when one did.
import { take } from './step.js';
import { steps } from './steps.js';

const failed = await take(steps, console.log);
console.log(`check: ${steps.length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
