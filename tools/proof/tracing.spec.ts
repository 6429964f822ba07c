import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '@jaki/testing';
import { type Platform, startPlatform } from '../dev/platform.js';
import { anyPhone, Newcomer } from './newcomer.js';
import { otlpReceiver } from './otlp-receiver.js';

const MINUTE = 60_000;

describe('a trace', () => {
  let platform: Platform | undefined;
  let otlp: Awaited<ReturnType<typeof otlpReceiver>>;

  beforeAll(async () => {
    otlp = await otlpReceiver();
    platform = await startPlatform({ quiet: true, env: { OTEL_EXPORTER_OTLP_ENDPOINT: otlp.url } });
  }, 3 * MINUTE);
  afterAll(async () => {
    await platform?.stop();
    otlp.stop();
  }, MINUTE);

  it(
    'goes from the request in one process through Kafka into the handler in another',
    async () => {
      const citizen = await Newcomer.logIn(platform!.addresses, anyPhone());
      await citizen.file();
      await eventually(
        () => {
          const filing = otlp.spans.find(({ service, name }) => service === 'reports' && name === 'POST /v1/reports');
          expect(filing).toBeDefined();
          const services = otlp.spans
            .filter(({ traceId }) => traceId === filing?.traceId)
            .map(({ service }) => service);
          expect(services).toContain('notifications');
        },
        { within: 30_000, every: 200 },
      );
    },
    MINUTE,
  );
});
