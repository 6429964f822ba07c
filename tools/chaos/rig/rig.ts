import { randomUUID } from 'node:crypto';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { freePort } from '@jaki/testing/embedded';
import { Addresses, secretsOf } from '../../dev/addresses.js';
import { type Subscriptions, subscriptionsIn } from '../../dev/backlog.js';
import { recordOf } from '../../dev/claim.js';
import { startCompanions } from '../../dev/companions.js';
import { Output } from '../../dev/output.js';
import { freePorts } from '../../dev/ports.js';
import { seedOnce } from '../../dev/seed.js';
import { type Servers, startServers } from '../../dev/servers.js';
import { type ServiceName, serviceNames, type ServiceSurroundings } from '../../dev/services.js';
import { throwAwayFolder } from '../../dev/throw-away.js';
import { type UndoStack } from '../../dev/undo-stack.js';
import { type Edit } from '../edits/edit.js';
import { effectNotes, failPoints } from '../edits/fail-points.js';
import { TcpProxy } from '../proxy/tcp-proxy.js';
import { watchEffects } from './effect-watch.js';
import { FailPointSwitch } from './fail-point-switch.js';
import { Instance } from './instance.js';
import { connectAdmin } from './kafka-admin.js';
import { SmallDisk } from './small-disk.js';

/** What every service under test is changed by. */
const standing = [...failPoints, ...effectNotes];

/** PostgreSQL, Kafka and the services, each its own process, with a breakable way between any two of them. */
export class Rig {
  readonly instances: Instance[] = [];
  /** Who reads what, as Kafka was told when all had started. */
  subscriptions: Subscriptions = new Map();

  private constructor(
    private readonly surroundings: ServiceSurroundings,
    readonly servers: Servers,
    private readonly kafkaWays: ReadonlyMap<ServiceName, TcpProxy>,
    readonly failPoints: FailPointSwitch,
    private readonly output: Output,
    private readonly undo: UndoStack,
  ) {}

  /** Starts everything, puts the example organisations in and returns when all have heard of them. */
  static async start(undo: UndoStack, say: (line: string) => void): Promise<Rig> {
    const folder = await throwAwayFolder(undo);
    const surroundings = { folder, ports: await freePorts(), secrets: secretsOf(folder) };
    await surroundings.secrets.prepare();
    const ways = await Promise.all(
      serviceNames.map(async (name) => ({ name, listen: await freePort(), target: await freePort() })),
    );
    const proxied = ways.map(({ listen, target }) => ({ port: target, advertised: listen }));
    const servers = await startServers(surroundings, { undo, progress: say, durable: false, proxied });
    const proxies = await Promise.all(ways.map((way) => TcpProxy.start(way)));
    undo.push(() => Promise.all(proxies.map((proxy) => proxy.stop())));
    const kafkaWays = new Map(ways.flatMap(({ name }, at) => proxies.slice(at, at + 1).map((way) => [name, way])));
    const points = new FailPointSwitch(join(folder, 'chaos'));
    points.edit(standing);
    const output = new Output(() => undefined, false);
    await startCompanions(surroundings, { undo, output });
    const rig = new Rig(surroundings, servers, kafkaWays, points, output, undo);
    await Promise.all(serviceNames.map((name) => rig.add(name)));
    await seedOnce(surroundings, { output, env: {} });
    rig.subscriptions = await rig.#askSubscriptions();
    await watchEffects((service) => rig.databaseOf(service));
    return rig;
  }

  get addresses(): Addresses {
    return new Addresses(this.surroundings.folder, this.surroundings.ports);
  }

  async #askSubscriptions(): Promise<Subscriptions> {
    const admin = await connectAdmin(this);
    try {
      return await subscriptionsIn(admin, serviceNames);
    } finally {
      await admin.disconnect();
    }
  }

  /** The first instance of a service. */
  get(service: ServiceName): Instance {
    const found = this.instances.find((instance) => instance.service === service);
    if (!found) throw new Error(`no instance of ${service} runs`);
    return found;
  }

  /** Between all instances of a service and Kafka. */
  kafkaWay(service: ServiceName): TcpProxy {
    const way = this.kafkaWays.get(service);
    if (way === undefined) throw new RangeError(`there is no service ${service}`);
    return way;
  }

  /** Of a superuser, past all proxies. */
  databaseOf(service: ServiceName): string {
    return this.servers.postgres.url.replace(/\/postgres$/, `/${service}`);
  }

  /** Starts one more instance and waits until it is ready. */
  async add(service: ServiceName, env: Readonly<Record<string, string>> = {}): Promise<Instance> {
    const count = this.instances.filter((instance) => instance.service === service).length;
    const label = count === 0 ? service : `${service}-${count + 1}`;
    const { folder, ports } = this.surroundings;
    const instance = await Instance.create(
      {
        ...{ service, label, record: recordOf(folder), onLine: this.output.from(label, join(folder, 'logs')) },
        port: count === 0 ? ports.of(service) : await freePort(),
        surroundings: { ...this.surroundings, ports: ports.with({ kafka: this.kafkaWay(service).port }) },
        env: { ...this.failPoints.environmentOf(service), ...env },
      },
      { listen: await freePort(), target: ports.of('postgres') },
    );
    this.undo.push(() => this.remove(instance));
    this.instances.push(instance);
    await instance.process.start();
    return instance;
  }

  /** Stops an instance for good. */
  async remove(instance: Instance): Promise<void> {
    const at = this.instances.indexOf(instance);
    if (at < 0) return;
    this.instances.splice(at, 1);
    instance.process.thaw();
    await instance.process.stop();
    await instance.postgres.stop();
  }

  /** Everything as it was at the start: one instance of each service, running, with nothing in its way. */
  async restore(): Promise<void> {
    this.failPoints.disarmAll();
    for (const way of this.kafkaWays.values()) way.heal();
    for (const server of [this.servers.postgres, this.servers.kafka]) {
      server.process.slot.signal('SIGCONT');
      if (server.process.pid === undefined) await server.restart();
    }
    for (const instance of this.instances.filter(({ label }) => /-\d+$/.test(label))) await this.remove(instance);
    for (const instance of this.instances) await this.#revive(instance);
  }

  async #revive({ postgres, process }: Instance): Promise<void> {
    postgres.heal();
    process.thaw();
    if (process.pid === undefined) await process.start();
  }

  /** Starts every instance of a service anew with these edits, beside the fail points. */
  async plant(service: ServiceName, edits: readonly Edit[]): Promise<void> {
    this.failPoints.edit([...edits, ...standing]);
    for (const { process } of this.instances.filter((instance) => instance.service === service)) {
      await process.stop();
      await process.start();
    }
  }

  /** Identity signs with a new key from now on and still publishes the old ones. @returns the new key's id */
  async rotateSigningKeys(): Promise<string> {
    const { secrets } = this.surroundings;
    const { keys } = JSON.parse(secrets.read('identity', 'SIGNING_JWKS')) as { keys: JWK[] };
    const { privateKey } = await generateKeyPair('RS256', { extractable: true, modulusLength: 2048 });
    const kid = randomUUID();
    const fresh = { ...(await exportJWK(privateKey)), alg: 'RS256', use: 'sig', kid };
    secrets.write('identity', 'SIGNING_JWKS', JSON.stringify({ keys: [fresh, ...keys] }));
    await this.get('identity').dress({});
    return kid;
  }

  /** A disk for a server's data that can be filled. */
  smallDisk(server: 'postgres' | 'kafka'): SmallDisk {
    const disk = new SmallDisk(this.servers[server], join(this.surroundings.folder, server));
    this.undo.push(async () => {
      await this.servers[server].stop();
      disk.unmount();
    });
    return disk;
  }

  /** Copies logs and the journal to where they stay. */
  keep(folder: string): void {
    for (const part of ['logs', 'journal.jsonl', 'kafka/kafka.log', 'postgres/postgres.log']) {
      cpSync(join(this.surroundings.folder, part), join(folder, part), { recursive: true, force: true });
    }
  }

  get journalFile(): string {
    return join(this.surroundings.folder, 'journal.jsonl');
  }
}
