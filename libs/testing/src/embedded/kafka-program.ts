import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { findJava, findMaven } from './java.js';
import { kafkaProperties } from './kafka-settings.js';
import { LockFile } from './lock-file.js';
import { run } from './run.js';

export const KAFKA_VERSION = '4.3.1';

/** Told one line at each long step, for a person who waits. */
export type Progress = (step: string) => void;

/** Kafka's jars, a formatted data folder to copy and a place for a class archive, the same for every broker. */
export interface KafkaProgram {
  readonly java: string;
  readonly classPath: string;
  readonly formatted: string;
  /** Where the JVM's class archive for this Java lies or will lie: it halves the time to start. */
  readonly archive: string;
}

const root = fileURLToPath(new URL('../../../../', import.meta.url));
const pom = fileURLToPath(new URL('../../kafka/pom.xml', import.meta.url));
const cache = join(root, 'node_modules', '.cache', 'jaki', `kafka-${KAFKA_VERSION}`);

/**
 * Finds Java and Kafka; the first time it fetches the jars through Maven (44 MB) and formats a data folder.
 * When two processes ask at once, one does it and the other waits.
 *
 * @throws CannotStart when Java, Maven or the network is missing
 */
export async function kafkaProgram(progress: Progress = () => undefined): Promise<KafkaProgram> {
  const java = await findJava();
  const tag = createHash('sha256').update(java.version).digest('hex').slice(0, 8);
  const program = {
    java: java.command,
    // The JVM itself expands the star; the class archive is only valid for exactly this text.
    classPath: join(cache, 'lib', '*'),
    formatted: join(cache, 'formatted'),
    archive: join(cache, `classes-${tag}.jsa`),
  };
  if (!existsSync(program.formatted)) await alone(() => prepare(program, progress));
  return program;
}

/** Does the work while no other process of this checkout does. */
export async function alone(work: () => Promise<void>): Promise<void> {
  const lock = new LockFile(`${cache}.lock`);
  while (lock.take()) await sleep(200);
  try {
    await work();
  } finally {
    lock.release();
  }
}

async function prepare(program: KafkaProgram, progress: Progress): Promise<void> {
  if (!existsSync(join(cache, 'lib'))) await fetchJars(progress);
  if (!existsSync(program.formatted)) await format(program);
}

async function fetchJars(progress: Progress): Promise<void> {
  const maven = await findMaven();
  progress(`Kafka ${KAFKA_VERSION}: fetching its jars through Maven (44 MB, only this once) …`);
  const unfinished = join(cache, 'lib.unfinished');
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  const start = Date.now();
  const clock = setInterval(() => {
    progress(`Kafka ${KAFKA_VERSION}: still fetching after ${Math.round((Date.now() - start) / 1000)} s …`);
  }, 5000);
  const options = ['-DincludeScope=runtime', `-DoutputDirectory=${unfinished}`];
  try {
    await run(maven, ['-q', '-B', '-f', pom, 'dependency:copy-dependencies', ...options], { cwd: cache });
  } finally {
    clearInterval(clock);
  }
  renameSync(unfinished, join(cache, 'lib'));
}

async function format(program: KafkaProgram): Promise<void> {
  const dataFolder = join(cache, 'formatting');
  rmSync(dataFolder, { recursive: true, force: true });
  const properties = join(cache, 'format.properties');
  writeFileSync(properties, kafkaProperties({ port: 1, controllerPort: 2, dataFolder, sessionTimeout: 3000 }));
  const clusterId = 'amFraS1jaXR5LWthZmthLQ';
  const tool = ['-cp', program.classPath, 'kafka.tools.StorageTool', 'format', '-t', clusterId, '-c', properties];
  await run(program.java, ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', ...tool]);
  renameSync(dataFolder, program.formatted);
}

/** A data folder that a broker can start on. */
export function copyFormatted(program: KafkaProgram, dataFolder: string): void {
  const unfinished = `${dataFolder}.${process.pid}`;
  mkdirSync(unfinished, { recursive: true });
  for (const file of ['meta.properties', 'bootstrap.checkpoint']) {
    copyFileSync(join(program.formatted, file), join(unfinished, file));
  }
  renameSync(unfinished, dataFolder);
}
