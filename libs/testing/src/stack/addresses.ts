/** Where the servers for tests are. */
export interface StackAddresses {
  /** Of a superuser, to any database of the server. */
  readonly databaseUrl: string;
  /** Comma list of `host:port`. */
  readonly brokers: string;
}

export interface RunningStack extends StackAddresses {
  stop(): Promise<void>;
}

/**
 * What the global setup of Jest found or started.
 *
 * @throws Error when this project's jest.config.mjs does not split its specs by servers
 */
export function stackAddresses(): StackAddresses {
  const { TEST_DATABASE_URL: databaseUrl, TEST_KAFKA_BROKERS: brokers } = process.env;
  if (!databaseUrl || !brokers) {
    throw new Error(
      'no PostgreSQL and Kafka for tests: jest.config.mjs must use `splitByServers` of libs/testing/jest/stack.mjs',
    );
  }
  return { databaseUrl, brokers };
}
