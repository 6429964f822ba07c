import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestIssuer } from '@jaki/testing';
import { forkThings } from './things/process.js';
import { call, environment } from './things/start.js';

interface OtlpSpan {
  traceId: string;
  parentSpanId?: string;
  name: string;
  kind: number;
}

/** A real OTLP receiver, for JSON over HTTP. */
async function receiver(): Promise<{ server: Server; url: string; spans: OtlpSpan[] }> {
  const spans: OtlpSpan[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { resourceSpans } = JSON.parse(Buffer.concat(chunks).toString()) as {
        resourceSpans: { scopeSpans: { spans: OtlpSpan[] }[] }[];
      };
      spans.push(...resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap((scope) => scope.spans)));
      response.end('{}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, spans };
}

describe('tracing', () => {
  let issuer: TestIssuer;
  let base: Awaited<ReturnType<typeof environment>>;
  let otlp: Awaited<ReturnType<typeof receiver>>;

  beforeAll(async () => {
    issuer = await TestIssuer.create();
    base = await environment(issuer);
    otlp = await receiver();
  });
  afterAll(async () => {
    otlp.server.closeAllConnections();
    otlp.server.close();
    await issuer.stop();
    await base.drop();
  });

  it('sends a span per request, in the trace of the caller, and puts its id into the log', async () => {
    const { child, ready, ended, output } = forkThings({ ...base.env, OTEL_EXPORTER_OTLP_ENDPOINT: otlp.url });
    const url = await ready;
    const traceId = '0af7651916cd43dd8448eb211c80319c';
    const headers = { traceparent: `00-${traceId}-b7ad6b7169203331-01` };
    await call(`${url}/v1/things/log`, 'POST', { body: { name: 'traced' }, headers });
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
    const spans = otlp.spans.filter((span) => span.traceId === traceId);
    expect(spans).toMatchObject([{ name: 'POST /v1/things/log', kind: 2, parentSpanId: 'b7ad6b7169203331' }]);
    const said = output()
      .split('\n')
      .find((line) => line.includes('"msg":"said"'));
    expect(said).toContain(traceId);
  });
});
