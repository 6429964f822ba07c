import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';

export interface ReceivedSpan {
  readonly service: string;
  readonly traceId: string;
  readonly name: string;
}

interface Attribute {
  key: string;
  value: { stringValue?: string };
}
interface ResourceSpans {
  resource: { attributes: Attribute[] };
  scopeSpans: { spans: { traceId: string; name: string }[] }[];
}

/** A real receiver of traces, OTLP as JSON over HTTP, that keeps what it gets. */
export async function otlpReceiver(): Promise<{ url: string; spans: ReceivedSpan[]; stop: () => void }> {
  const spans: ReceivedSpan[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = JSON.parse(Buffer.concat(chunks).toString()) as { resourceSpans: ResourceSpans[] };
      spans.push(...body.resourceSpans.flatMap(spansOf));
      response.end('{}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const stop = () => {
    server.closeAllConnections();
    server.close();
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, spans, stop };
}

function spansOf({ resource, scopeSpans }: ResourceSpans): ReceivedSpan[] {
  const service = resource.attributes.find(({ key }) => key === 'service.name')?.value.stringValue ?? '';
  return scopeSpans.flatMap((scope) => scope.spans).map(({ traceId, name }) => ({ service, traceId, name }));
}
