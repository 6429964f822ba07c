// A stand-in of docker-compose.yml for something outside of the platform, such as the SMS gateway whose log shows the
// one-time codes: tools/ts tools/containers/companion.ts NAME, or its name in COMPANION, as `npm start` forks it. Its port
// is PORT, its address HOST.
import { companions } from '../dev/local.js';

const name = process.argv[2] ?? process.env['COMPANION'] ?? '';
const found = new Map(companions()).get(name);
if (found === undefined) throw new RangeError(`no service has a companion called ${name}`);
const companion = await found.start({
  port: Number(process.env['PORT'] ?? found.port),
  host: process.env['HOST'] ?? '127.0.0.1',
  print: (line) => console.log(line),
});
const stop = () => void companion.stop().finally(() => process.exit());
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, stop);
// A launcher that was killed cannot send a signal; its end closes the channel, perhaps while we were starting.
process.on('disconnect', stop);
if (process.send !== undefined && !process.connected) stop();
