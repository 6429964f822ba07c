// The SMS stand-in of docker-compose.yml, whose log shows the one-time codes.
import { startSmsSink } from '../dev/sms-sink.js';

const sink = await startSmsSink({
  port: Number(process.env['PORT'] ?? 4010),
  host: process.env['HOST'] ?? '127.0.0.1',
  print: ({ to, text }) => {
    console.log(`to ${to}: ${text}`);
  },
});
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void sink.stop());
