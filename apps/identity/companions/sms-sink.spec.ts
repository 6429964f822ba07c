import { describe, expect, it } from '@jest/globals';
import { freePort } from '@jaki/testing/embedded';
import { startSmsSink, type TextMessage } from './sms-sink.js';

describe('the SMS sink', () => {
  it('keeps and prints each message once, by number', async () => {
    const port = await freePort();
    const printed: string[] = [];
    const sink = await startSmsSink({ port, print: (line) => printed.push(line) });
    const url = `http://127.0.0.1:${port}/messages`;
    const send = (to: string, key: string) =>
      fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': key },
        body: JSON.stringify({ to, text: 'Kode: 123456' }),
      });
    for (const key of ['a', 'a', 'b']) expect((await send('+6281200000001', key)).status).toBe(202);
    await send('+6281200000002', 'c');
    expect((await fetch(url, { method: 'POST', body: '{"to":1}' })).status).toBe(400);
    for (const to of ['%2B6281200000001', '+6281200000001']) {
      const { items } = (await (await fetch(`${url}?to=${to}`)).json()) as { items: TextMessage[] };
      expect(items.map((item) => item.text)).toEqual(['Kode: 123456', 'Kode: 123456']);
    }
    expect(printed).toHaveLength(3);
    expect(printed[0]).toBe('to +6281200000001: Kode: 123456');
    await sink.stop();
  });
});
