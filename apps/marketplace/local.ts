import { local } from '@jaki/testing/local';
import { startSandboxAcquirer } from './companions/sandbox-acquirer.js';

export default local({
  port: 4003,
  env: ({ companion }) => ({
    ACQUIRER_URL: companion('acquirer'),
    // No secret: it guards nothing but the sandbox, which has the same one from the start.
    ACQUIRER_SERVER_KEY: 'sandbox-server-key',
    ACQUIRER_CALLBACK_URL: `${companion('marketplace')}/v1/payments/callback`,
  }),
  companions: { acquirer: { port: 4013, shownAt: '/', start: startSandboxAcquirer } },
});
