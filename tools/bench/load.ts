// The load generator: runs as its own process, pinned apart from the server. `node load.js '<LoadJob as JSON>'`.
import { randomUUID } from 'node:crypto';
import autocannon, { type Request } from 'autocannon';
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

// Every report differs from every other, as those of people do.
function filing(): Request {
  return {
    method: 'POST',
    path: '/v1/reports',
    setupRequest: (request) => ({
      ...request,
      headers: { ...request.headers, 'content-type': 'application/json', 'idempotency-key': randomUUID() },
      body: JSON.stringify({
        category: 'flood',
        description: `Air setinggi lutut di depan rumah, laporan ${randomUUID()}`,
        pin: { lat: -6.17 - Math.random() * 0.08, long: 106.8 + Math.random() * 0.05 },
        landmark: 'dekat jembatan',
        visibility: 'public',
      }),
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
