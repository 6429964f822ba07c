import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { eventTypes } from '@jaki/contracts';
import { readTree } from '../architecture/source-tree.js';
import { asyncApiFaults } from './async-api-faults.js';
import { stale, write } from './folder.js';
import { table } from './markdown.js';
import { pages } from './pages/index.js';
import { routesIn } from './routes.js';
import { eventsOf, servicesIn } from './services.js';

const root = (path: string) => new URL(path, import.meta.url).pathname;
const planted = readTree(root('planted/'));

describe('what is read off a service', () => {
  it('are its routes with their full path, who may call them, and the first sentence said about them', () => {
    const files = [...planted.values()].flatMap(routesIn);
    expect(files).toEqual([
      { method: 'GET', path: '/v1/reports', who: 'anybody', summary: 'All public reports' },
      { method: 'POST', path: '/v1/reports/{id}/confirm', who: 'citizen, channel', summary: '' },
      { method: 'GET', path: '/v1/reports/mine', who: 'anybody known', summary: 'Only mine' },
    ]);
  });

  it('are the events it announces and hears, in the order of the contracts', () => {
    expect(servicesIn(planted)).toEqual(['reports']);
    const { announces, hears } = eventsOf('reports', planted);
    expect(announces.map(({ type }) => type)).toEqual(['reports.report.confirmed.v1', 'reports.report.filed.v1']);
    expect(hears.map(({ type }) => type)).toEqual([
      'identity.organisation.changed.v1',
      'reports.report.confirmed.v1',
      'reports.report.filed.v1',
      'reports.report.routed.v1',
    ]);
  });
});

describe('the generated pages', () => {
  const made = pages(readTree(root('../../')));
  const page = async (path: string) => (await made).find((each) => each.path === path)?.content ?? '';

  it.each([...eventTypes.values()])('describe $type with each of its fields', async ({ type, schema }) => {
    const [, section = ''] = (await page('events.md')).split(`### ${type}\n`);
    for (const field of Object.keys(schema.properties)) expect(section).toContain(`| \`${field}\``);
    expect(await page(`schemas/${type}.json`)).toContain(`"title": "${type}"`);
  });

  it('say that each event is announced by its owner and heard by somebody', async () => {
    const { operations } = JSON.parse(await page('asyncapi.json')) as { operations: Record<string, { messages: [] }> };
    const messages = (name: string) => operations[name]?.messages.length;
    expect(messages('reports.send.reports.report.v1')).toBe(12);
    expect(messages('identity.send.identity.organisation.v1')).toBe(2);
    expect(messages('notifications.receive.reports.report.v1')).toBe(12);
  });
});

describe('the AsyncAPI document', () => {
  const made = pages(readTree(root('../../')));
  const document = async () => (await made).find(({ path }) => path === 'asyncapi.json')!.content;

  it("is accepted by AsyncAPI's own parser, without a warning", async () => {
    expect(await asyncApiFaults(await document())).toEqual([]);
  });

  it.each([
    ['a channel that is not there', (text: string) => text.replace('"#/channels/', '"#/gone/'), 'gone'],
    [
      'a partition count that is no number',
      (text: string) => text.replace('"partitions": 6', '"partitions": "six"'),
      'partitions',
    ],
    ['another version of AsyncAPI', (text: string) => text.replace('"3.1.0"', '"9.9.9"'), '9.9.9'],
    ['no title', (text: string) => text.replace('"title": "Events of the platform",', ''), 'title'],
  ])('is refused with %s', async (_, breakIt, says) => {
    const broken = breakIt(await document());
    expect(broken).not.toBe(await document());
    expect((await asyncApiFaults(broken)).join('\n')).toContain(says);
  });
});

describe('a folder of pages', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'jaki-docs-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });
  const expected = [
    { path: 'a.md', content: 'a' },
    { path: 'deep/b.json', content: 'b' },
  ];

  it('is stale by what is missing, changed or left over, and mended by writing', () => {
    write(folder, [...expected, { path: 'old/c.md', content: 'c' }]);
    writeFileSync(join(folder, 'a.md'), 'another');
    rmSync(join(folder, 'deep/b.json'));
    expect(stale(folder, expected)).toEqual(['a.md', 'deep/b.json', 'old/c.md']);
    write(folder, expected);
    expect(stale(folder, expected)).toEqual([]);
    expect(readFileSync(join(folder, 'deep/b.json'), 'utf8')).toBe('b');
  });
});

it('a table survives pipes and line breaks in its cells', () => {
  expect(table(['x'], [['a|b\n  c']])).toBe('| x |\n| --- |\n| a\\|b c |\n');
});
