// The one-shot set-up of docker-compose.yml: roles, databases and topics. Services migrate their databases themselves.
// Which they are is told by the variables <SERVICE>_DATABASE_URL, or …_FILE.
import { readFileSync } from 'node:fs';
import { prepareDatabases } from '../dev/databases.js';
import { prepareTopics } from '../dev/topics.js';
import { passwordIn } from './env.js';

function required(name: string): string {
  const file = process.env[`${name}_FILE`];
  const value = file === undefined ? process.env[name] : readFileSync(file, 'utf8').trim();
  if (value === undefined || value === '') throw new Error(`${name} or ${name}_FILE is missing.`);
  return value;
}

/** `reports` for REPORTS_DATABASE_URL: a database and its role have the service's name. */
function serviceOf(variable: string): string[] {
  const [, prefix] = /^([A-Z0-9_]+)_DATABASE_URL(?:_FILE)?$/.exec(variable) ?? [];
  return prefix === undefined ? [] : [prefix];
}

const password = encodeURIComponent(required('POSTGRES_PASSWORD'));
const passwords = new Map(
  Object.keys(process.env)
    .flatMap(serviceOf)
    .map((prefix) => {
      const url = required(`${prefix}_DATABASE_URL`);
      return [new URL(url).pathname.slice(1), passwordIn(url)] as const;
    }),
);
await prepareDatabases(
  `postgres://postgres:${password}@${required('POSTGRES_HOST')}/postgres`,
  Object.fromEntries(passwords),
);
await prepareTopics(required('KAFKA_BROKERS').split(','), [...passwords.keys()]);
console.log('Roles, databases and topics are there.');
