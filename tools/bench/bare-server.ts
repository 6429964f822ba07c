// What the reports service is measured against: the same answers and the same rows, written by hand for speed. It prepares
// its statements, remembers the tokens it has checked, files in one statement and serialises by compiled schemas. No
// validation, no quota, no log, no metrics, no announcing.
import Fastify, { type FastifyRequest } from 'fastify';
import { createRemoteJWKSet, type JWTPayload, jwtVerify } from 'jose';
import pg from 'pg';
import { type BareFiling, bareFiling } from './bare-filing.js';
import { readReport, readReports } from './bare-reading.js';
import { filedSchema, listSchema, reportSchema } from './bare-schemas.js';
import { sealWrapper } from './bare-seal.js';

const { DATABASE_URL: connectionString, JWKS_URL = '', ISSUER: issuer = '', PORT } = process.env;
const pool = new pg.Pool({ connectionString, max: 10, options: '-c timezone=UTC' });
const keys = createRemoteJWKSet(new URL(JWKS_URL));
const rules = { issuer, audience: 'urn:jaki:reports', typ: 'at+jwt', algorithms: ['RS256'], clockTolerance: 30 };

const checked = new Map<string, JWTPayload>();
const MOST_TOKENS = 10_000;

async function callerOf({ headers: { authorization = '' } }: FastifyRequest): Promise<JWTPayload> {
  const known = checked.get(authorization);
  if (known !== undefined && (known.exp ?? 0) * 1000 > Date.now()) return known;
  const { payload } = await jwtVerify(authorization.slice('Bearer '.length), keys, rules);
  if (checked.size >= MOST_TOKENS) checked.clear();
  checked.set(authorization, payload);
  return payload;
}

const fileReport = await bareFiling(pool);
const wrap = await sealWrapper(JWKS_URL);
const server = Fastify();

server.get('/health/ready', () => ({ status: 'ok' }));

server.post<{ Body: BareFiling }>('/v1/reports', { schema: filedSchema }, async (request, reply) => {
  const checkedCaller = await callerOf(request);
  const { recipient } = checkedCaller as { recipient?: string };
  const caller = recipient === undefined ? checkedCaller : { ...checkedCaller, recipient: await wrap(recipient) };
  const filed = await fileReport(request.body, { caller, key: String(request.headers['idempotency-key']) });
  return reply.code(201).header('location', `/v1/reports/${filed.id}`).send(filed);
});

server.get<{ Params: { id: string } }>('/v1/reports/:id', { schema: reportSchema }, async (request) => {
  const caller = await callerOf(request);
  return readReport(pool, request.params.id, caller.sub);
});

server.get<{ Querystring: { cursor?: string } }>('/v1/reports', { schema: listSchema }, async (request, reply) => {
  const { items, cursor } = await readReports(pool, request.query.cursor);
  if (cursor !== undefined) void reply.header('link', `</v1/reports?cursor=${cursor}>; rel="next"`);
  return { items };
});

await server.listen({ port: Number(PORT), host: '127.0.0.1' });
process.on('SIGTERM', () => void server.close().then(() => process.exit(0)));
