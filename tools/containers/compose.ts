import { readFileSync } from 'node:fs';
import { companions, localOf } from '../dev/local.js';
import { defaultPorts } from '../dev/ports.js';
import { secretsOfService, serviceNames } from '../dev/services.js';
import { sharedName } from './env.js';

const HEAD = `# The platform in containers: \`npm run --silent containers:env > .env\` once, then \`docker compose up --build --wait\`.
# Every service has its own database and role, and is given only the secrets that it needs, as files.
# This file is made by \`npm run generate\` from apps/*/local.ts and tools/containers/compose-head.yml.
`;

/** What all services build on; PostgreSQL and Kafka. */
const base = readFileSync(new URL('compose-head.yml', import.meta.url), 'utf8');

/** `docker-compose.yml`, in the order of reading: servers, set-up, services, companions, and what they are given. */
export function composeFile(): string {
  return [
    HEAD + base,
    setup(),
    ...serviceNames.flatMap((name) => [service(name), ...seedOf(name)]),
    ...companions().map(([name]) => companion(name)),
    `networks:\n  platform:\n`,
    `volumes:\n${['postgres', 'kafka', ...serviceNames].map((name) => `  ${name}:\n`).join('')}`,
    secrets(),
  ].join('\n');
}

const secretName = (of: string, name: string) => sharedName(of, name).toLowerCase();
const fileOf = (secret: string) => `/run/secrets/${secret}`;
/** Whom clients know a service as, unless `.env` says otherwise. */
const publicUrl = (name: string) =>
  `\${PUBLIC_${name.replaceAll('-', '_').toUpperCase()}_URL:-http://localhost:${defaultPorts.of(name)}}`;

function setup(): string {
  const given = ['postgres_password', ...serviceNames.map((name) => secretName(name, 'DATABASE_URL'))];
  const files = serviceNames.map((name) => {
    return `      ${sharedName(name, 'DATABASE_URL')}_FILE: ${fileOf(secretName(name, 'DATABASE_URL'))}\n`;
  });
  return `  # Makes roles, databases and topics, then ends. What is there already, it leaves.
  setup:
    <<: *service
    build: { context: ., target: tools }
    image: jaki/tools
    restart: on-failure
    environment:
      POSTGRES_HOST: postgres
      POSTGRES_PASSWORD_FILE: /run/secrets/postgres_password
      KAFKA_BROKERS: kafka:9092
${files.join('')}    secrets: [${given.join(', ')}]
    depends_on:
      postgres: { condition: service_healthy }
      kafka: { condition: service_healthy }
`;
}

function service(name: string): string {
  const port = defaultPorts.of(name);
  const own = secretsOfService(name).map((variable) => [variable, secretName(name, variable)] as const);
  const files = own.map(([variable, secret]) => `      ${variable}_FILE: ${fileOf(secret)}\n`);
  return `  ${name}:
    <<: *service
    build: { context: ., target: service, args: { APP: ${name} } }
    image: jaki/${name}
    environment: &${name}-environment
      <<: *environment
      PORT: ${port}
      PUBLIC_URL: ${publicUrl(name)}
${ownVariables(name)}${files.join('')}    secrets: &${name}-secrets [${own.map(([, secret]) => secret).join(', ')}]
    volumes: ['${name}:/var/lib/jaki']
    ports: ['127.0.0.1:${port}:${port}']
    depends_on:
      setup: { condition: service_completed_successfully }
`;
}

/** As the service says them for any place. An address of a companion may be replaced by the real thing's. */
function ownVariables(name: string): string {
  const place = {
    folder: '/var/lib/jaki',
    services: serviceNames,
    companion: (each: string) => `http://${each}:${defaultPorts.of(each)}`,
  };
  const variables = Object.entries(localOf(name).env?.(place) ?? {});
  return variables
    .map(([variable, value]) => [variable, value.startsWith('http://') ? `\${${variable}:-${value}}` : value])
    .map(([variable = '', value = '']) => `      ${variable}: ${value}\n`)
    .join('');
}

function seedOf(name: string): string[] {
  const { seed } = localOf(name);
  if (seed === undefined) return [];
  const program = seed.program.replace(/^src\//, 'dist/').replace(/\.ts$/, '.js');
  return [
    `  # Example data, for trying it out: leave it away in production.
  ${name}-seed:
    <<: *service
    build: { context: ., target: service, args: { APP: ${name} } }
    image: jaki/${name}
    command: [node, ${program}]
    restart: on-failure
    healthcheck: { disable: true }
    environment: *${name}-environment
    secrets: *${name}-secrets
    depends_on:
      ${name}: { condition: service_healthy }
`,
  ];
}

function companion(name: string): string {
  const port = defaultPorts.of(name);
  return `  # Stands in for something outside of the platform: keeps and prints what it is sent.
  ${name}:
    <<: *service
    build: { context: ., target: tools }
    image: jaki/tools
    command: [tools/ts, tools/containers/companion.ts, ${name}]
    environment: { PORT: ${port}, HOST: 0.0.0.0 }
    ports: ['127.0.0.1:${port}:${port}']
    healthcheck:
      test: [CMD, node, -e, "require('net').connect(${port}, '127.0.0.1').on('connect', () => process.exit(0)).on('error', () => process.exit(1))"]
      interval: 10s
      timeout: 3s
`;
}

function secrets(): string {
  const own = serviceNames.flatMap((name) => secretsOfService(name).map((variable) => sharedName(name, variable)));
  const lines = ['POSTGRES_PASSWORD', ...own].map((name) => `  ${name.toLowerCase()}: { environment: ${name} }\n`);
  return `# From the environment or \`.env\`; a missing one stops \`docker compose up\` with its name.\nsecrets:\n${lines.join('')}`;
}
