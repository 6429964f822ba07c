import { createRequire } from 'node:module';
import { describe, expect, it } from '@jest/globals';
import { KafkaJSConnectionError, KafkaJSNonRetriableError, KafkaJSNumberOfRetriesExceeded } from 'kafkajs';
import { troubleOf } from './trouble.js';

const require = createRequire(import.meta.url);
const { createErrorFromCode } = require('kafkajs/src/protocol/error.js') as {
  createErrorFromCode: (code: number) => Error;
};

const COORDINATOR_LOADING = 14;
const UNKNOWN_TOPIC = 3;
const OTHER_PROTOCOL_IN_GROUP = 23;
const refused = new KafkaJSConnectionError('Connection error: connect ECONNREFUSED', { code: 'ECONNREFUSED' });

describe('a failure of the consumer', () => {
  it.each([
    ['whose group is being loaded', createErrorFromCode(COORDINATOR_LOADING), 'Kafka is still starting'],
    ['whose topic was just made', createErrorFromCode(UNKNOWN_TOPIC), 'Kafka is still starting'],
    ['whose broker refuses', refused, 'Kafka cannot be reached'],
    [
      'that gave up trying',
      new KafkaJSNumberOfRetriesExceeded(refused, { retryCount: 200, retryTime: 1000 }),
      'Kafka cannot be reached',
    ],
  ])('%s goes away by itself and is told so', (_which, error, words) => {
    expect(troubleOf(error)).toEqual({ temporary: true, text: `${words}, trying again: ${error.message}` });
  });

  it.each([
    ['a member that the group refuses', createErrorFromCode(OTHER_PROTOCOL_IN_GROUP)],
    ['a bug', new KafkaJSNonRetriableError(new TypeError('undefined is not a broker'))],
    ['thrown text', 'oh'],
  ])('is a crash when it is %s', (_which, error) => {
    expect(troubleOf(error).temporary).toBe(false);
  });
});
