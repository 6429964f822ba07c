// Keeps the servers for tests alive as long as its parent (Jest) is connected: also when that one is killed, nothing
// stays behind. Run by hand it prints what to export, so that many test runs can share one pair of servers.
import { type RunningStack } from './addresses.js';
import { embeddedStack } from './embedded-stack.js';
import { externalStack } from './external-stack.js';
import { testcontainersStack } from './testcontainers-stack.js';

const say = (line: string) => void process.stderr.write(`${line}\n`);

function startStack(mode: string): Promise<RunningStack> {
  if (mode === 'embedded') return embeddedStack(say);
  if (mode === 'testcontainers') return testcontainersStack();
  if (mode === 'external') return externalStack();
  throw new Error(`TEST_STACK is ${mode}: it may be embedded, testcontainers or external`);
}

function whenAskedToEnd(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, resolve);
    process.on('disconnect', resolve);
  });
}

async function keep(): Promise<void> {
  const end = whenAskedToEnd();
  const stack = await startStack(process.env['TEST_STACK'] ?? 'embedded');
  const { databaseUrl, brokers } = stack;
  if (process.send && process.connected) process.send({ databaseUrl, brokers });
  else say(`export TEST_STACK=external TEST_DATABASE_URL=${databaseUrl} TEST_KAFKA_BROKERS=${brokers}`);
  const alive = setInterval(() => undefined, 60_000);
  await end;
  clearInterval(alive);
  await stack.stop();
}

await keep().then(
  () => process.exit(0),
  (error: unknown) => {
    say(error instanceof Error ? error.message : String(error));
    process.exit(1);
  },
);
