import { local, randomKey, sealKeys } from '@jaki/testing/local';

export default local({
  port: 4005,
  secrets: { SEAL_PRIVATE_JWKS: sealKeys, REFERENCE_KEY: randomKey },
  rebuild: ['notice', 'recipient', 'organisation', 'parked_notice'],
});
