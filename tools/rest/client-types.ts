import { existsSync, readFileSync } from 'node:fs';
import openapiTS, { astToString } from 'openapi-typescript';
import { serviceNames } from '../dev/local.js';
import { type Generated } from '../schema/generated.js';
import { publishedFile } from './published.js';

/**
 * TypeScript types of each service's published REST API, made as any client would make them. Our own tools use them, so
 * that a document from which no client can be made does not compile.
 */
export function clientTypes(): Promise<Generated[]> {
  return Promise.all(serviceNames.filter((service) => existsSync(publishedFile(service))).map(typesOf));
}

async function typesOf(service: string): Promise<Generated> {
  const content = astToString(await openapiTS(readFileSync(publishedFile(service), 'utf8')));
  return { project: 'tools', file: new URL(`../generated/rest/${service}.ts`, import.meta.url), content };
}
