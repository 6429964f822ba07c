// The load generator: runs as its own process, pinned apart from the server. `node load.js '<LoadJob as JSON>'`.
import { randomUUID } from 'node:crypto';
import autocannon, { type Request } from 'autocannon';
import { bodyOfFiling } from './filing-body.js';
import { type LoadJob, type LoadResult } from './load-job.js';

const job = JSON.parse(process.argv[2] ?? '') as LoadJob;
const result = await autocannon({
  url: job.url,
  duration: job.seconds,
  connections: job.connections,
  headers: { authorization: `Bearer ${job.token}` },
  requests: job.filing ? [filing()] : job.paths.map((path) => ({ method: 'GET', path })),
});
process.stdout.write(JSON.stringify(resultOf(result)));

function filing(): Request {
  return {
    method: 'POST',
    path: '/v1/reports',
    setupRequest: (request) => ({
      ...request,
      headers: { ...request.headers, 'content-type': 'application/json', 'idempotency-key': randomUUID() },
      body: bodyOfFiling(),
    }),
  };
}

function resultOf({ duration, errors, timeouts, latency, ...counts }: autocannon.Result): LoadResult {
  return {
    answered: counts['2xx'],
    failed: counts.non2xx + errors + timeouts,
    seconds: duration,
    p50: latency.p50,
    p99: latency.p99,
  };
}
