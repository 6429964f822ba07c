import { clientSecrets, local, publicHalf, randomKey, signingKeys } from '@jaki/testing/local';
import { startSmsSink } from './companions/sms-sink.js';

export default local({
  port: 4001,
  secrets: {
    SIGNING_JWKS: signingKeys,
    SUBJECT_KEY: randomKey,
    PHONE_KEY: randomKey,
    OTP_KEY: randomKey,
    COOKIE_KEYS: randomKey,
    CLIENT_SECRETS: clientSecrets('petabencana'),
  },
  derived: { SEAL_PUBLIC_JWK: { service: 'notifications', secret: 'SEAL_PRIVATE_JWKS', by: publicHalf } },
  env: ({ services, companion }) => ({ SERVICES: services.join(','), SMS_GATEWAY_URL: companion('sms') }),
  companions: { sms: { port: 4010, shownAt: '/messages', start: startSmsSink } },
  withoutLoad: {
    MembersController: 'a member leaves no id that one statement finds, and is written as a renaming is',
  },
  seed: { program: 'src/seed.ts', sources: ['src/seed', '../../libs/regions/data'] },
});
