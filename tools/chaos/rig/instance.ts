import { type ProcessRecord, procStat, ServiceProcess } from '@jaki/testing/embedded';
import { databaseUrl, environmentOf, mainOf, type ServiceName, type ServiceSurroundings } from '../../dev/services.js';
import { TcpProxy } from '../proxy/tcp-proxy.js';

export interface InstanceOptions {
  readonly service: ServiceName;
  /** `reports`, and for further instances of it `reports-2` … */
  readonly label: string;
  readonly port: number;
  /** As the service is to see them. */
  readonly surroundings: ServiceSurroundings;
  readonly env: Readonly<Record<string, string>>;
  readonly record: ProcessRecord;
  readonly onLine: (line: string) => void;
}

/** One running copy of a service, with its own breakable way to PostgreSQL. */
export class Instance {
  #process: ServiceProcess;

  private constructor(
    private readonly options: InstanceOptions,
    readonly postgres: TcpProxy,
  ) {
    this.#process = this.#made({});
  }

  /** @param ports of PostgreSQL itself and of the proxy before it */
  static async create(options: InstanceOptions, ports: { listen: number; target: number }): Promise<Instance> {
    return new Instance(options, await TcpProxy.start(ports));
  }

  get service(): ServiceName {
    return this.options.service;
  }

  get label(): string {
    return this.options.label;
  }

  get process(): ServiceProcess {
    return this.#process;
  }

  /** Stops it and starts it with these variables beside its own, until it is dressed again. */
  async dress(env: Readonly<Record<string, string>>): Promise<void> {
    await this.#process.stop();
    this.#process = this.#made(env);
    await this.#process.start();
  }

  #made(extra: Readonly<Record<string, string>>): ServiceProcess {
    const { service, label, port, record, onLine } = this.options;
    const env = { ...envOf(this.options, this.postgres), ...extra };
    return new ServiceProcess({ name: label, main: mainOf(service), port, env, record, onLine });
  }

  get url(): string {
    return this.process.url;
  }

  /** The state of the process as the system names it: `S`, `R`, `T` when stopped; undefined when it is gone. */
  get state(): string | undefined {
    return this.process.pid === undefined ? undefined : stateOf(this.process.pid);
  }

  /** What `/metrics` says, summed up over all labels; 0 for one that it does not name. */
  async metric(name: string): Promise<number> {
    const text = await (await fetch(`${this.url}/metrics`, { signal: AbortSignal.timeout(5_000) })).text();
    const lines = text.split('\n').filter((line) => line.startsWith(`${name}{`) || line.startsWith(`${name} `));
    return lines.reduce((sum, line) => sum + Number(line.slice(line.lastIndexOf(' ') + 1)), 0);
  }
}

/** @returns one letter, or undefined when there is no such process */
export function stateOf(pid: number): string | undefined {
  return procStat(pid)?.[0];
}

function envOf({ service, surroundings, env }: InstanceOptions, postgres: TcpProxy): Record<string, string> {
  const { DATABASE_URL_FILE: _file, ...own } = environmentOf(service, surroundings);
  const ports = surroundings.ports.with({ postgres: postgres.port });
  return {
    ...own,
    DATABASE_URL: databaseUrl(service, { ...surroundings, ports }),
    LOG_LEVEL: 'info',
    RATE_LIMITS: 'off',
    OTP_PER_ADDRESS: '100000',
    // So short that payments expire while something is broken, and that what is left unpaid is not waited for long.
    PAYMENT_SECONDS: '10',
    ...env,
  };
}
