import { type CreateOptions, createService, definitionOf, type RunningService } from '@jaki/platform';
import { heardTopics } from './heard-topics.js';
import { type Probe, probe } from './probe.js';
import { environmentOf, type Surroundings, surroundingsOf, type SurroundingsOptions } from './surroundings.js';

export interface StartOptions extends SurroundingsOptions {
  /** Beside or instead of what its surroundings say. */
  readonly env?: Readonly<Record<string, string>>;
  /** Instead of the platform's own, by token: `{ provide: Clock, useValue: fixedClock }`. Never our own code. */
  readonly providers?: NonNullable<CreateOptions['providers']>;
  /** A further instance of the same service: it shares that one's database, topics and issuer. */
  readonly beside?: ServiceUnderTest;
}

/** A service with real PostgreSQL and Kafka around it, and ways to look at it from outside. */
export interface ServiceUnderTest extends Probe {
  readonly app: RunningService['app'];
  /** Its log lines, JSON each. */
  readonly logs: readonly string[];
  readonly surroundings: Surroundings;
  close(): Promise<void>;
}

type AppModule = Parameters<typeof createService>[0];

/** Starts a service within this process. Close it in `afterAll`; instances beside it first. */
export async function startService(appModule: AppModule, options: StartOptions = {}): Promise<ServiceUnderTest> {
  const { name, audience, migrations } = definitionOf(appModule);
  const surroundings =
    options.beside?.surroundings ??
    (await surroundingsOf({ name, migrations, hears: heardTopics(appModule) }, options));
  const logs: string[] = [];
  const running = await createService(appModule, {
    env: { ...environmentOf(surroundings), ...options.env },
    providers: options.providers ?? [],
    logTo: { write: (line) => void logs.push(line) },
  });
  const view = probe({ name, audience, url: running.url, surroundings });
  const close = async () => {
    await view.letGo();
    await running.close();
    if (!options.beside) await surroundings.drop();
  };
  return { ...view, app: running.app, logs, surroundings, close };
}
