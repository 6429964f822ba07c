import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { Ajv, type ValidateFunction } from 'ajv';
import { parse } from 'yaml';
import { defaultPorts } from '../dev/ports.js';
import { Secrets } from '../dev/secrets.js';
import { environmentOf, serviceNames } from '../dev/services.js';
import { envFile } from './env.js';
import { imageFlags } from './image-command.js';
import { containerSecrets } from './secrets.js';

interface Compose {
  services: Record<string, Service>;
  secrets: Record<string, { environment: string }>;
  volumes: Record<string, unknown>;
}
interface Service {
  image: string;
  build?: { target: string; args?: { APP: string } };
  environment?: Record<string, string | number>;
  secrets?: string[];
  read_only?: boolean;
  healthcheck?: { disable?: boolean };
  volumes?: string[];
  ports?: string[];
  networks: string[];
}

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
const text = read('../../docker-compose.yml');
const dockerfile = read('../../Dockerfile');
const compose = parse(text, { merge: true }) as Compose;
const services = Object.entries(compose.services);

describe('docker-compose.yml', () => {
  let published: ValidateFunction;
  beforeAll(() => {
    const ajv = new Ajv({ strict: false, allErrors: true, validateSchema: false, formats: { duration: true } });
    const schema = JSON.parse(read('./compose-spec.schema.json')) as { $schema?: string };
    delete schema.$schema;
    published = ajv.compile(schema);
  });

  it('fits the published Compose Specification', () => {
    published(compose);
    expect(published.errors).toBeNull();
  });

  it('would not fit it with a misspelt key', () => {
    expect(published({ services: { reports: { image: 'x', enviroment: {} } } })).toBe(false);
  });

  it('pins every image that it does not build', () => {
    const pulled = services.filter(([, service]) => !service.build).map(([, service]) => service.image);
    expect(pulled).toHaveLength(2);
    for (const image of [...pulled, /NODE_IMAGE=(\S+)/.exec(dockerfile)?.[1]])
      expect(image).toMatch(/:\d+\.\d+(\.\d+)?/);
  });

  it('gives each service the secrets that it reads, and no other', () => {
    const declared = Object.entries(compose.secrets);
    for (const [name, { environment }] of declared) expect(environment).toBe(name.toUpperCase());
    for (const [, { environment = {}, secrets = [] }] of services) {
      const files = Object.values(environment).flatMap(
        (value) => /^\/run\/secrets\/(.+)$/.exec(String(value))?.[1] ?? [],
      );
      expect(new Set(secrets)).toEqual(new Set(files));
    }
    expect(new Set(services.flatMap(([, { secrets = [] }]) => secrets))).toEqual(
      new Set(declared.map(([name]) => name)),
    );
  });

  it('configures each service with all that a development platform configures it with', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'jaki-compose-'));
    const secrets = new Secrets(folder);
    await secrets.prepare();
    for (const app of serviceNames) {
      const wanted = Object.keys(environmentOf(app, { folder, ports: defaultPorts, secrets }));
      const given = Object.keys(compose.services[app]?.environment ?? {});
      expect([...given, 'HOST']).toEqual(expect.arrayContaining(wanted));
    }
    expect(dockerfile).toContain('HOST=0.0.0.0');
    const made = containerSecrets(secrets);
    expect(Object.keys(made).sort()).toEqual(
      Object.values(compose.secrets)
        .map(({ environment }) => environment)
        .sort(),
    );
    expect(envFile(made)).not.toMatch(/'[^'\n]*'[^\n]/);
    rmSync(folder, { recursive: true });
  });

  // Compose copies a secret out of the environment into the container, which a read-only root would refuse.
  it('makes no service read-only that is given secrets', () => {
    const both = services.filter(([, { secrets = [], read_only }]) => secrets.length > 0 && read_only);
    expect(both).toEqual([]);
  });

  it('lets no secret stand in the file', () => {
    expect(text).not.toMatch(/postgres(ql)?:\/\/|BEGIN|"kty"/);
  });

  it('opens ports to this machine only, and none of PostgreSQL or Kafka', () => {
    for (const [name, { ports = [] }] of services) {
      for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:/);
      if (name === 'postgres' || name === 'kafka') expect(ports).toEqual([]);
    }
  });

  it('checks the health of all that stays up', () => {
    const checkedByImage = new Set<string>(serviceNames);
    const unchecked = services.filter(([name, { healthcheck }]) => !healthcheck && !checkedByImage.has(name));
    expect(unchecked.map(([name]) => name)).toEqual(['setup']);
    expect(dockerfile).toContain('HEALTHCHECK');
  });
});

describe('Dockerfile', () => {
  it('has the stages that docker-compose.yml builds', () => {
    const targets = new Set(services.flatMap(([, { build }]) => build?.target ?? []));
    for (const target of targets) expect(dockerfile).toMatch(new RegExp(`^FROM .* AS ${target}$`, 'm'));
    expect(services.flatMap(([, { build }]) => build?.args?.APP ?? [])).toEqual(
      expect.arrayContaining([...serviceNames]),
    );
  });

  it('starts a service by a command that others can repeat', () => {
    expect(imageFlags()).toEqual(['--max-semi-space-size=4']);
  });

  it('ends as a user other than root', () => {
    const last = dockerfile.slice(dockerfile.lastIndexOf('\nFROM '));
    expect(/^USER (\S+)$/m.exec(last)?.[1]).toBe('node');
  });
});
