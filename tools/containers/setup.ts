// The one-shot set-up of docker-compose.yml: roles, databases and topics. Services migrate their databases themselves.
import { readFileSync } from 'node:fs';
import { prepareDatabases } from '../dev/databases.js';
import { serviceNames } from '../dev/services.js';
import { prepareTopics } from '../dev/topics.js';
import { passwordIn } from './env.js';

function required(name: string): string {
  const file = process.env[`${name}_FILE`];
  const value = file === undefined ? process.env[name] : readFileSync(file, 'utf8').trim();
  if (value === undefined || value === '') throw new Error(`${name} or ${name}_FILE is missing.`);
  return value;
}

const password = encodeURIComponent(required('POSTGRES_PASSWORD'));
const urls = serviceNames.map((name) => [name, required(`${name.toUpperCase()}_DATABASE_URL`)] as const);
await prepareDatabases(
  `postgres://postgres:${password}@${required('POSTGRES_HOST')}/postgres`,
  Object.fromEntries(urls.map(([name, url]) => [name, passwordIn(url)])),
);
await prepareTopics(required('KAFKA_BROKERS').split(','));
console.log('Roles, databases and topics are there.');
