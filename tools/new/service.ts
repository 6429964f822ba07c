import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defaultPorts } from '../dev/ports.js';
import { serviceNames } from '../dev/services.js';
import { addFeature } from './feature.js';
import { create, fromTemplates, root } from './files.js';
import { type Tokens } from './names.js';

/** What every service needs; which versions, the others say. */
const PACKAGES = [
  '@jaki/contracts',
  '@jaki/kernel',
  '@jaki/messaging',
  '@jaki/platform',
  '@nestjs/common',
  '@nestjs/core',
  '@nestjs/microservices',
  '@nestjs/platform-fastify',
  '@nestjs/swagger',
  'class-transformer',
  'class-validator',
  'kysely',
  'pg',
  'reflect-metadata',
  'rxjs',
];

/** A service that starts, with one feature: things that people open, see and are told of. */
export async function newService(tokens: Tokens): Promise<void> {
  const { __service__: service = '' } = tokens;
  const own = { ...tokens, __port__: String(nextPort()), __dependencies__: JSON.stringify(dependencies()) };
  await create(fromTemplates('service', `apps/${service}`, own));
  await addFeature(tokens);
}

/** Behind those of the other services, wherever companions and servers listen. */
function nextPort(): number {
  const taken = new Set(defaultPorts.owners.map((owner) => defaultPorts.of(owner)));
  let port = Math.max(...serviceNames.map((name) => defaultPorts.of(name))) + 1;
  while (taken.has(port)) port += 1;
  return port;
}

function dependencies(): Record<string, string> {
  const [model = ''] = serviceNames;
  const manifest = JSON.parse(readFileSync(join(root, 'apps', model, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  return Object.fromEntries(PACKAGES.map((name) => [name, manifest.dependencies[name] ?? '*']));
}
