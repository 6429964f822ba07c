import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { openApiFaults } from './open-api-faults.js';

const folder = new URL('../../docs/generated/openapi/', import.meta.url).pathname;

interface Draft {
  openapi?: string;
  paths: Record<string, Record<string, Record<string, unknown>>>;
}

function planted(change: (document: Draft) => void): string {
  const document = JSON.parse(readFileSync(`${folder}reports.json`, 'utf8')) as Draft;
  change(document);
  return JSON.stringify(document);
}

const find = ({ paths }: Draft) => paths['/v1/reports/{id}']!['get']!;

describe('an OpenAPI document', () => {
  it.each(readdirSync(folder))('of ours is of use: %s', async (file) => {
    expect(await openApiFaults(file, readFileSync(folder + file, 'utf8'))).toEqual([]);
  });

  it.each<[string, (document: Draft) => void, string]>([
    ['a path parameter is not declared', (document) => (find(document)['parameters'] = []), 'does not declare id'],
    [
      'a parameter has no shape',
      (document) => (find(document)['parameters'] = [{ name: 'id', in: 'path', required: true, schema: {} }]),
      'does not say what id is',
    ],
    ['an operation has no name', (document) => delete find(document)['operationId'], 'has no operationId'],
    [
      'two operations share a name',
      (document) => (find(document)['operationId'] = 'FilingController_file'),
      'FilingController_file stands there twice',
    ],
    ['it is not OpenAPI', (document) => delete document.openapi, 'reports.json:'],
    ['an operation only refuses', (document) => (find(document)['responses'] = { default: {} }), 'says of no success'],
  ])('is at fault when %s', async (_, change, fault) => {
    expect((await openApiFaults('reports.json', planted(change))).join('\n')).toContain(fault);
  });
});
