import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { alone, copyFormatted, type KafkaProgram, kafkaProgram, type Progress } from './kafka-program.js';
import { kafkaProperties, type ProxiedListener } from './kafka-settings.js';
import { accepts, freePort } from './ports.js';
import { ServerProcess } from './server-process.js';

export interface KafkaOptions {
  /** Everything of this broker lies in it: `data`, `kafka.log`. An existing one is taken up again. */
  readonly folder: string;
  readonly port?: number;
  /** How soon after a SIGKILL the next start is let in, in milliseconds; shorter is riskier on a busy machine. */
  readonly sessionTimeout?: number;
  /** More ports, each behind a proxy: whoever connects to one of them is sent on to the proxy's port. */
  readonly proxied?: readonly ProxiedListener[];
  readonly progress?: Progress;
}

export interface EmbeddedKafka {
  readonly port: number;
  readonly brokers: string[];
  readonly process: ServerProcess;
  stop(): Promise<void>;
  kill(): Promise<void>;
  /** After `stop` or `kill`: the same data on the same port. */
  restart(): Promise<void>;
}

/** Starts Apache Kafka in KRaft mode as one JVM on 127.0.0.1; fetches and formats what it needs the first time. */
export async function embeddedKafka(options: KafkaOptions): Promise<EmbeddedKafka> {
  const program = await kafkaProgram(options.progress);
  if (!existsSync(program.archive)) await alone(() => makeClassArchive(program, options.progress));
  const port = options.port ?? (await freePort());
  const server = await broker(program, { ...options, port });
  await server.start();
  return {
    port,
    brokers: [`127.0.0.1:${port}`],
    process: server,
    stop: () => server.stop(),
    kill: () => server.kill(),
    restart: () => server.start(),
  };
}

interface BrokerOptions {
  readonly folder: string;
  readonly port: number;
  readonly sessionTimeout?: number;
  readonly proxied?: readonly ProxiedListener[];
  readonly flags?: string[];
}

async function broker(program: KafkaProgram, options: BrokerOptions): Promise<ServerProcess> {
  const { folder, port, sessionTimeout = 3000, proxied = [] } = options;
  mkdirSync(folder, { recursive: true });
  const dataFolder = join(folder, 'data');
  if (!existsSync(dataFolder)) copyFormatted(program, dataFolder);
  const properties = join(folder, 'server.properties');
  const controllerPort = await freePort();
  writeFileSync(properties, kafkaProperties({ port, controllerPort, dataFolder, sessionTimeout, proxied }));
  const memory = ['-Xms192m', '-Xmx256m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1'];
  const flags = options.flags ?? [`-XX:SharedArchiveFile=${program.archive}`];
  return new ServerProcess({
    name: 'kafka',
    folder,
    command: program.java,
    args: [...memory, '-Xshare:auto', ...flags, ...LOGGING, '-cp', program.classPath, 'kafka.Kafka', properties],
    stopSignal: 'SIGTERM',
    // The listener opens only when the broker is ready.
    ready: () => accepts(port),
  });
}

const LOGGING = [
  '-Dorg.slf4j.simpleLogger.defaultLogLevel=warn',
  '-Dorg.slf4j.simpleLogger.showDateTime=true',
  '-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd HH:mm:ss',
];

/** Lets a throw-away broker run once and keeps its loaded classes: later ones open their port in half the time. */
async function makeClassArchive(program: KafkaProgram, progress: Progress = () => undefined): Promise<void> {
  if (existsSync(program.archive)) return;
  progress('Kafka: preparing a class archive, so that it starts in half the time (only this once) …');
  const folder = mkdtempSync(join(tmpdir(), 'jaki-kafka-archive-'));
  const unfinished = `${program.archive}.${process.pid}`;
  try {
    const flags = [`-XX:ArchiveClassesAtExit=${unfinished}`];
    const server = await broker(program, { folder, port: await freePort(), flags });
    await server.start();
    await server.stop();
    if (existsSync(unfinished)) renameSync(unfinished, program.archive);
  } finally {
    rmSync(folder, { recursive: true, force: true });
    rmSync(unfinished, { force: true });
  }
}
