import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const path = (file) => fileURLToPath(new URL(file, import.meta.url));

/** Starts the keeper of the servers and tells the tests, which inherit this environment, where they are. */
export default async function setUp() {
  const keeper = fork(path('../src/stack/keeper.ts'), [], {
    execArgv: ['-C', '@jaki/source', '--import', path('../../../tools/swc-register.mjs')],
    // Not the terminal's group: Ctrl-C ends Jest, whose end the keeper sees.
    detached: true,
  });
  globalThis[Symbol.for('jaki.test-stack')] = keeper;
  const { databaseUrl, brokers } = await firstMessage(keeper);
  process.env.TEST_DATABASE_URL = databaseUrl;
  process.env.TEST_KAFKA_BROKERS = brokers;
}

function firstMessage(keeper) {
  return new Promise((resolve, reject) => {
    keeper.once('message', resolve);
    keeper.once('exit', () => reject(new Error('the servers for tests did not start: see above')));
  });
}
