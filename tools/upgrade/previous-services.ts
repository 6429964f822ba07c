import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { exportJWK, generateKeyPair } from 'jose';
import { organisationRegistered, reportRouted } from '@jaki/contracts';
import { newId } from '@jaki/kernel';
import { eventually, type SpawnedService, spawnService } from '@jaki/testing';

/** Where a service's code lies, and what its database is migrated by. */
export interface Release {
  /** The root of a workspace. */
  readonly code: string;
  readonly migrations: URL;
  /** For photos. */
  readonly folder: string;
}

/** An agency that fights floods in Jakarta, as identity announces it and as a token names it. */
function waterAgency() {
  const [id, kind, regions] = [newId(), 'agency', ['31']];
  const data = { organisationId: id, name: 'Dinas Sumber Daya Air (contoh)', kind, regions, categories: ['flood'] };
  return { id, data, token: { roles: ['officer'] as const, organisation: { id, kind, regions } } };
}

async function start(
  name: string,
  { code, migrations }: Release,
  env: Record<string, string>,
): Promise<SpawnedService> {
  const main = join(code, 'apps', name, 'src/main.ts');
  return spawnService({ name, main, migrations, env });
}

/** Reports hears of an agency, takes a citizen's report and lets the agency begin. @returns what was announced, in order */
export async function fileAndStart(release: Release): Promise<string[]> {
  const service = await start('reports', release, { PHOTOS_DIR: release.folder });
  try {
    const agency = waterAgency();
    await service.deliver(organisationRegistered, agency.data, { sequence: 1 });
    const body = { category: 'flood', description: 'Air setinggi lutut', pin: { lat: -6.1767, long: 106.8263 } };
    const token = await service.token({ sub: newId() });
    const filed = expectStatus(201, await service.http.post<{ id: string }>('/v1/reports', { token, body }));
    const officer = await service.token({ ...agency.token, roles: [...agency.token.roles] });
    expectStatus(200, await service.http.post(`/v1/reports/${filed.id}/start`, { token: officer, body: {} }));
    expectStatus(200, await service.http.get(`/v1/reports/mine`, { token }));
    return await announced(service, 3);
  } finally {
    await service.close();
  }
}

/** Notifications hears of an agency and of a report in its queue. @returns how many notices the agency finds */
export async function notify(release: Release): Promise<number> {
  const { privateKey } = await generateKeyPair('ECDH-ES', { extractable: true });
  const secrets = {
    SEAL_PRIVATE_JWKS: JSON.stringify({ keys: [{ ...(await exportJWK(privateKey)), kid: 'seal-1' }] }),
    REFERENCE_KEY: randomBytes(32).toString('base64url'),
  };
  const service = await start('notifications', release, secrets);
  try {
    const agency = waterAgency();
    await service.deliver(organisationRegistered, agency.data, { sequence: 1 });
    const routed = { ...reportRouted.sample, reportId: newId(), agency: agency.id };
    await service.deliver(reportRouted, routed, { sequence: 2 });
    const token = await service.token({ ...agency.token, roles: [...agency.token.roles] });
    const { items } = expectStatus(200, await service.http.get<{ items: unknown[] }>('/v1/inbox', { token }));
    return items.length;
  } finally {
    await service.close();
  }
}

function expectStatus<Body>(wanted: number, { status, body }: { status: number; body: Body }): Body {
  if (status !== wanted) throw new Error(`answered ${status}: ${JSON.stringify(body)}`);
  return body;
}

async function announced(service: SpawnedService, count: number): Promise<string[]> {
  return eventually(
    async () => {
      const types = (await service.published()).map(({ type }) => type);
      if (types.length < count) throw new Error(`announced only ${types.join(', ')}`);
      return types;
    },
    { within: 30_000, every: 100 },
  );
}
