import { KAFKA_VERSION } from '../embedded/kafka-program.js';
import { type RunningStack } from './addresses.js';

/** The same servers in containers, for machines with a Docker engine. */
export async function testcontainersStack(): Promise<RunningStack> {
  const { PostgreSqlContainer } = await import('@testcontainers/postgresql');
  const { KafkaContainer } = await import('@testcontainers/kafka');
  const [postgres, kafka] = await Promise.all([
    new PostgreSqlContainer('postgres:18.4')
      .withUsername('postgres')
      .withDatabase('postgres')
      .withCommand(['-c', 'fsync=off', '-c', 'full_page_writes=off', '-c', 'max_connections=300'])
      .start(),
    new KafkaContainer(`apache/kafka:${KAFKA_VERSION}`).withKraft().start(),
  ]);
  return {
    databaseUrl: postgres.getConnectionUri(),
    brokers: `${kafka.getHost()}:${kafka.getMappedPort(9093)}`,
    stop: async () => {
      await Promise.all([postgres.stop(), kafka.stop()]);
    },
  };
}
