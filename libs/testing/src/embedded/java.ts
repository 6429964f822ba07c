import { join } from 'node:path';
import { CannotStart } from './cannot-start.js';
import { run } from './run.js';

const OLDEST_JAVA = 17;
const OLDEST_MAVEN = [3, 8] as const;

/** @throws CannotStart when Java is missing or older than 17 */
export async function findJava(env = process.env): Promise<{ command: string; version: string }> {
  const home = env['JAVA_HOME'];
  const command = home ? join(home, 'bin', 'java') : 'java';
  const said = await run(command, ['-version'], { env }).catch(() => undefined);
  const version = said === undefined ? undefined : /version "([^"]+)"/.exec(said)?.[1];
  const advice = `install Java ${OLDEST_JAVA} or newer (Debian: apt-get install openjdk-17-jre-headless) or set JAVA_HOME`;
  if (version === undefined) throw new CannotStart(`Kafka needs Java and ${command} does not run: ${advice}.`);
  // Before Java 9 the version began with "1.".
  const major = Number(/^(?:1\.)?(\d+)/.exec(version)?.[1]);
  if (major < OLDEST_JAVA)
    throw new CannotStart(`Kafka needs Java ${OLDEST_JAVA} and ${command} is ${version}: ${advice}.`);
  return { command, version };
}

/** @throws CannotStart when Maven is missing or older than 3.8 */
export async function findMaven(env = process.env): Promise<string> {
  const said = await run('mvn', ['-v', '-B'], { env }).catch(() => undefined);
  const version = said === undefined ? undefined : /Apache Maven (\d+)\.(\d+)\S*/.exec(said);
  const wanted = OLDEST_MAVEN.join('.');
  const advice = `install Maven ${wanted} or newer (Debian: apt-get install maven)`;
  if (!version) throw new CannotStart(`Kafka's jars are fetched by Maven and mvn does not run: ${advice}.`);
  const [major, minor] = [Number(version[1]), Number(version[2])];
  if (major < OLDEST_MAVEN[0] || (major === OLDEST_MAVEN[0] && minor < OLDEST_MAVEN[1])) {
    throw new CannotStart(`Kafka's jars are fetched by Maven ${wanted} and mvn is ${version[0].slice(13)}: ${advice}.`);
  }
  return 'mvn';
}
