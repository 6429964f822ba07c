// `npm run rebuild -- notifications`: empties a service's state and lets it read its topics from the beginning.
import { explain as explainStart } from '../dev/explain.js';
import { forgetOffsets } from './consumer-group.js';
import { onLocalServers, type Place, runningDatabase } from './local-servers.js';
import { CannotRebuild, readRequest, type Request } from './request.js';
import { emptyState, putMarksBack } from './state.js';

async function main(): Promise<string> {
  const request = readRequest(process.argv.slice(2));
  const { service, database, brokers } = request;
  if (request.finish) return finish(database ?? runningDatabase(service));
  if (database !== undefined && brokers !== undefined) return begin(request, { database, brokers });
  return onLocalServers(service, (place) => begin(request, place));
}

/** The offsets first: if the rest fails, the service reads all once more and its inbox absorbs it. */
async function begin({ service, prefix }: Request, { database, brokers }: Place): Promise<string> {
  await forgetOffsets(service, brokers, prefix);
  const { notices, marks } = await emptyState(database, service);
  return [
    `${service} is empty: ${notices} notices were dropped, ${marks} read marks are set aside.`,
    'Start it: it reads its topics from the beginning. When its consumer_lag is 0, put the read marks back:',
    `npm run rebuild -- ${service} --finish`,
  ].join('\n');
}

async function finish(database: string): Promise<string> {
  const marks = await putMarksBack(database);
  if (marks === undefined) return 'There is nothing to finish: no read marks are set aside.';
  const put = `${marks.back} read marks are back.`;
  if (marks.left === 0) return put;
  return `${put} ${marks.left} wait for notices that have not come yet: say it again when the service has caught up.`;
}

function explain(error: unknown): string {
  return error instanceof CannotRebuild ? error.message : explainStart(error);
}

try {
  process.stdout.write(`${await main()}\n`);
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exitCode = 1;
}
