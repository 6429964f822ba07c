import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { fileReport } from './file-report.js';
import { filingOf } from './filing.js';

const filing = filingOf(
  { type: 'Feature', geometry: { type: 'Point', coordinates: [106.83, -6.17] }, properties: {} },
  'petabencana',
);
let close: (() => void) | undefined;
afterEach(() => close?.());

async function fileAt(status: number, type: string, body: string) {
  const server = createServer((_, response) => void response.writeHead(status, { 'content-type': type }).end(body));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  close = () => server.close();
  return fileReport(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, () => Promise.resolve('t'), filing);
}

describe('an answer that is not the platform’s', () => {
  it.each([
    [200, 'text/html', '<html>'],
    [201, 'text/html', '<html>'],
    [201, 'application/json', '{}'],
    [400, 'text/html', '<html>'],
    [200, 'application/json', '[]'],
  ])('settles nothing: %d %s %s', async (status, type, body) => {
    expect(await fileAt(status, type, body)).toEqual({ kind: 'unsettled', code: `status_${status}` });
  });
});
