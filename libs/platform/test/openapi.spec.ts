import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type StartedThings, startThings } from './things/start.js';

interface Operation {
  security?: unknown[];
  parameters?: { name: string }[];
  'x-requires'?: string[];
  responses: Record<string, { content?: Record<string, unknown> }>;
}

describe('the OpenAPI document', () => {
  let things: StartedThings;
  let paths: Record<string, Record<string, Operation>>;
  let document: Record<string, unknown>;

  beforeAll(async () => {
    things = await startThings();
    document = (await things.call('GET', '/openapi.json')).body;
    paths = document['paths'] as typeof paths;
  });
  afterAll(() => things.stop());

  it('is OpenAPI 3.1 under the name of the service, for people at /docs', async () => {
    expect(document).toMatchObject({ openapi: '3.1.0', info: { title: 'Things', description: 'A service for tests' } });
    expect((await things.call('GET', '/docs')).status).toBe(200);
  });

  it('holds the routes of the service and none of the platform', () => {
    expect(Object.keys(paths).every((path) => path.startsWith('/v1/'))).toBe(true);
    expect(paths['/v1/things/{id}']?.['get']).toBeDefined();
  });

  it('says of each route who may call it', () => {
    const audit = paths['/v1/things/audit']!['post']!;
    expect([audit.security, audit['x-requires']]).toEqual([[{ bearer: [] }], ['validator', 'registrar']]);
    expect(paths['/v1/things']!['get']!.security).toBeUndefined();
  });

  it('names the parameters of every list', () => {
    const names = (paths['/v1/things']!['get']!.parameters ?? []).map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['limit', 'cursor']));
  });

  it('says of each route that it refuses with a problem, and what that looks like', () => {
    for (const operation of Object.values(paths).flatMap((path) => Object.values(path))) {
      expect(operation.responses['default']?.content).toHaveProperty(['application/problem+json']);
      expect('401' in operation.responses).toBe(operation.security !== undefined);
    }
    expect(document).toHaveProperty(['components', 'schemas', 'Problem', 'example', 'code'], 'validation_failed');
  });
});
