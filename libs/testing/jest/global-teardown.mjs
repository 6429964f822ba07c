/** Lets the keeper stop the servers and waits until it has. */
export default async function tearDown() {
  const keeper = globalThis[Symbol.for('jaki.test-stack')];
  if (!keeper || keeper.exitCode !== null) return;
  const ended = new Promise((resolve) => keeper.once('exit', resolve));
  keeper.disconnect();
  await ended;
}
