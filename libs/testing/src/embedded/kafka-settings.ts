export interface KafkaSettings {
  readonly port: number;
  readonly controllerPort: number;
  readonly dataFolder: string;
  /** How soon a killed broker's registration expires, in milliseconds: the next start waits that long. */
  readonly sessionTimeout: number;
  readonly proxied?: readonly ProxiedListener[];
}

/** Another port of the broker, whose clients are told to come to a proxy's port instead. */
export interface ProxiedListener {
  readonly port: number;
  readonly advertised: number;
}

/** `server.properties` of a single small broker that is its own controller. */
export function kafkaProperties(settings: KafkaSettings): string {
  const { controllerPort, dataFolder, sessionTimeout } = settings;
  const properties = {
    ...SMALL,
    ...listenersOf(settings),
    'controller.quorum.voters': `1@127.0.0.1:${controllerPort}`,
    'log.dirs': dataFolder.replaceAll('\\', '/'),
    'broker.session.timeout.ms': sessionTimeout,
    'broker.heartbeat.interval.ms': Math.floor(sessionTimeout / 6),
  };
  return Object.entries(properties)
    .map(([name, value]) => `${name}=${value}\n`)
    .join('');
}

const SMALL = {
  'process.roles': 'broker,controller',
  'node.id': 1,
  'controller.listener.names': 'CONTROLLER',
  'inter.broker.listener.name': 'PLAINTEXT',
  // Topics are made on purpose, from their declarations.
  'auto.create.topics.enable': false,
  'offsets.topic.replication.factor': 1,
  'offsets.topic.num.partitions': 4,
  'transaction.state.log.replication.factor': 1,
  'transaction.state.log.min.isr': 1,
  'share.coordinator.state.topic.replication.factor': 1,
  'share.coordinator.state.topic.min.isr': 1,
  'group.initial.rebalance.delay.ms': 0,
  'group.min.session.timeout.ms': 3000,
  'log.cleaner.dedupe.buffer.size': 4_194_304,
  'num.network.threads': 2,
  'num.io.threads': 2,
};

function listenersOf({ port, controllerPort, proxied = [] }: KafkaSettings) {
  const named = proxied.map((listener, index) => ({ name: `PROXIED${index}`, ...listener }));
  return {
    listeners: [
      `PLAINTEXT://127.0.0.1:${port},CONTROLLER://127.0.0.1:${controllerPort}`,
      ...named.map((each) => `${each.name}://127.0.0.1:${each.port}`),
    ].join(','),
    'advertised.listeners': [
      `PLAINTEXT://127.0.0.1:${port}`,
      ...named.map((each) => `${each.name}://127.0.0.1:${each.advertised}`),
    ].join(','),
    'listener.security.protocol.map': [
      'PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT',
      ...named.map(({ name }) => `${name}:PLAINTEXT`),
    ].join(','),
  };
}
