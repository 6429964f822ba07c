import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '@jaki/testing/embedded';
import { databaseUrl } from '../dev/services.js';
import { compare, type Comparison, type Scenario, type Target } from './compare.js';
import { type Tokens } from './measure-effects.js';
import { asSuperuser, LOAD_CORE, type Rig, SERVER_CORE, startService } from './rig.js';
import { requireSameWork } from './sameness.js';
import { productionServer } from './server.js';

export const terms = { rounds: 3, seconds: 5, warmUpSeconds: 6, connections: 16 };

const PUBLIC_LIST = '/v1/reports';

/** Lets the reports service and the bare server do the same on equal terms. */
export async function measureComparisons(rig: Rig, tokens: Tokens): Promise<Comparison[]> {
  // A copy for the bare server, so that it finds the same data and its events stay where they are.
  await asSuperuser(rig.postgres.url, 'CREATE DATABASE bare TEMPLATE reports');
  const [service, bare] = [await startOurs(rig), await startBare(rig)];
  const token = await tokens();
  const scenarios = await scenariosOf(rig);
  const paths = [...new Set(scenarios.flatMap(({ paths: [first] }) => first ?? []))];
  console.log('Making sure that both do the same …');
  const ours = { url: service.url, database: rig.databaseOf('reports') };
  await requireSameWork({ token, paths, service: ours, bare: { url: bare.url, database: rig.databaseOf('bare') } });
  const postgres = rig.postgres.process.pid ?? 0;
  const results: Comparison[] = [];
  for (const scenario of scenarios) {
    console.log(`Measuring ${scenario.title} …`);
    results.push(await compare(scenario, { service, bare }, { ...terms, loadCore: LOAD_CORE, token, postgres }));
  }
  return results;
}

async function scenariosOf(rig: Rig): Promise<Scenario[]> {
  const query = `SELECT id FROM report WHERE visibility = 'public' ORDER BY id DESC LIMIT 200`;
  const ids = await asSuperuser<{ id: string }>(rig.databaseOf('reports'), query);
  const each = ids.map(({ id }) => `/v1/reports/${id}`);
  return [
    { title: '`GET /v1/reports/{id}`', filing: false, paths: each, aim: 0.55, floor: 0.45 },
    { title: '`GET /v1/reports`, a page of 20', filing: false, paths: [PUBLIC_LIST], aim: 0.65, floor: 0.5 },
    { title: '`POST /v1/reports`', filing: true, paths: [], aim: 0.5, floor: 0.3 },
  ];
}

async function startOurs(rig: Rig): Promise<Target> {
  const { pid = 0 } = await startService(rig, 'reports', SERVER_CORE);
  const idle = async () => {
    while ((await waitingEvents(rig)) > 0) await sleep(50);
  };
  return { name: 'service', pid, url: `http://127.0.0.1:${rig.surroundings.ports.of('reports')}`, idle };
}

async function startBare({ surroundings, undo }: Rig): Promise<Target> {
  const { folder, ports } = surroundings;
  const port = await freePort();
  const issuer = `http://127.0.0.1:${ports.of('identity')}`;
  const env = {
    DATABASE_URL: databaseUrl('reports', surroundings).replace(/reports$/, 'bare'),
    ISSUER: issuer,
    JWKS_URL: `${issuer}/oauth/jwks`,
  };
  const main = 'tools/dist/bench/bare-server.js';
  const server = productionServer({ name: 'bare', main, port, core: SERVER_CORE, folder, env });
  undo.push(() => server.stop());
  await server.start();
  return { name: 'bare', pid: server.pid ?? 0, url: `http://127.0.0.1:${port}`, idle: () => Promise.resolve() };
}

async function waitingEvents(rig: Rig): Promise<number> {
  const query = 'SELECT count(*)::int AS count FROM messaging.outbox';
  const [row] = await asSuperuser<{ count: number }>(rig.databaseOf('reports'), query);
  return row?.count ?? 0;
}
