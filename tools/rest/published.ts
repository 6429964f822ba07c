import { existsSync, readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { type OpenAPIObject } from '@nestjs/swagger';
import { inApp, serviceNames } from '../dev/local.js';
import { restBreaks } from './rest-breaks.js';

/** What clients of a service count on, as it was published last: `apps/<service>/api/openapi.json`. */
export const publishedFile = (service: string) => inApp(service, 'api/openapi.json');
/** Breaks that people agreed to, in the sentences of the gate, until the next publication. */
export const approvedFile = (service: string) => inApp(service, 'api/approved-breaks.json');

export const MEND = [
  'take a break back, or list its sentence in apps/<service>/api/approved-breaks.json with a line in CHANGELOG.md;',
  'then: npm run api:publish',
].join(' ');

/** The document that is committed in docs/generated, which another step holds against the code. */
export function currentApi(service: string): OpenAPIObject {
  return read(new URL(`../../docs/generated/openapi/${service}.json`, import.meta.url).pathname) as OpenAPIObject;
}

/** What keeps a service's API from going out; empty when it may. */
export function unapproved(service: string): string[] {
  if (!existsSync(publishedFile(service))) return [];
  const approved = existsSync(approvedFile(service)) ? (read(approvedFile(service)) as string[]) : [];
  const breaks = restBreaks(read(publishedFile(service)) as OpenAPIObject, currentApi(service));
  return notAgreed(breaks, approved);
}

/** Breaks that nobody agreed to, and what was agreed to without a break. */
export function notAgreed(breaks: readonly string[], approved: readonly string[]): string[] {
  return [
    ...breaks.filter((each) => !approved.includes(each)),
    ...approved.filter((each) => !breaks.includes(each)).map((each) => `approved, and no break: ${each}`),
  ];
}

/** The gate for all services: no break that nobody agreed to, and what clients may count on is published. */
export function restGate(): string[] {
  return serviceNames.flatMap((service) => {
    const breaks = unapproved(service);
    if (breaks.length > 0) return breaks.map((each) => `${service}: ${each}`);
    const known =
      existsSync(publishedFile(service)) && isDeepStrictEqual(read(publishedFile(service)), currentApi(service));
    return known ? [] : [`${service}: its API has changed since it was published`];
  });
}

function read(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}
