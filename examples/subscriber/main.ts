import { sql } from 'kysely';
import { reportConfirmed, reportFiled } from '@jaki/contracts';
import { subscribe, subscription } from '@jaki/messaging';

const { DATABASE_URL = '', KAFKA_BROKERS = '', KAFKA_TOPIC_PREFIX = '' } = process.env;

const cityMap = await subscribe({
  name: 'city-map',
  databaseUrl: DATABASE_URL,
  brokers: KAFKA_BROKERS.split(','),
  topicPrefix: KAFKA_TOPIC_PREFIX,
  migrations: new URL('./migrations/', import.meta.url),
  on: [
    subscription(reportFiled, async ({ data }, { tx }) => {
      await sql`INSERT INTO region AS known (code, filed) VALUES (${data.region}, 1)
                ON CONFLICT (code) DO UPDATE SET filed = known.filed + 1`.execute(tx);
    }),
    subscription(reportConfirmed, async ({ data }, { tx }) => {
      await sql`INSERT INTO region AS known (code, closed) VALUES (${data.region}, 1)
                ON CONFLICT (code) DO UPDATE SET closed = known.closed + 1`.execute(tx);
    }),
  ],
});

process.once('SIGTERM', () => void cityMap.stop());
