// One measurement of the event flow, in a process of its own: `node flow.js '<FlowJob as JSON>'`.
import 'reflect-metadata';
import { drain } from './drain.js';
import { type FlowJob } from './flow-job.js';
import { latency, live } from './live.js';
import { drainPgBoss } from './pg-boss.js';

const measurements = { drain, 'pg-boss': drainPgBoss, live, latency };

const job = JSON.parse(process.argv[2] ?? '') as FlowJob;
const result = await measurements[job.kind](job);
process.stdout.write(JSON.stringify(result), () => process.exit(0));
