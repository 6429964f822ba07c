// The load generator: runs as its own process, pinned apart from the server. `node load.js '<LoadJob as JSON>'`.
import { drive } from './drive.js';
import { type LoadJob } from './load-job.js';

process.stdout.write(JSON.stringify(await drive(JSON.parse(process.argv[2] ?? '') as LoadJob)));
