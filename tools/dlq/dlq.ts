// `npm run dlq -- list | show | replay | discard`: the dead letters of a running platform, or of one database.
// Exit code 1 when something could not be done, or failed again.
import { type Answer, carryOut } from './carry-out.js';
import { CannotOperate, readRequest } from './command.js';
import { jsonOf } from './json.js';
import { atDatabases } from './service-databases.js';
import { textOf } from './text.js';

async function main(): Promise<number> {
  const { command, json, ...where } = readRequest(process.argv.slice(2));
  const answer = await atDatabases(where, (databases) => carryOut(command, databases));
  process.stdout.write(`${json ? JSON.stringify(jsonOf(answer), null, 2) : textOf(answer)}\n`);
  return failed(answer) ? 1 : 0;
}

function failed(answer: Answer): boolean {
  return answer.of === 'replay' && answer.tried.some(({ letter: { state } }) => state === 'dead' || state === 'due');
}

/** One sentence for what can be expected to go wrong; a stack for the rest. */
function explain(error: unknown): string {
  if (error instanceof CannotOperate) return error.message;
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ECONNREFUSED') return 'The database does not answer: is the platform running (`npm start`)?';
  if (code === '28P01' || code === '28000') return 'The database refuses this user and password: mend --database.';
  if (code === '42P01') return 'This database holds no dead letters: name the database of a service.';
  return error instanceof Error ? String(error.stack) : String(error);
}

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exitCode = 1;
}
