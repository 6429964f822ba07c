import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from '@jest/globals';
import { eventually } from '@jaki/testing';
import { type Addresses, findPlatform } from '../addresses.js';
import { freePorts, type Ports, variableOf } from '../ports.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> };

type Environment = Readonly<Record<string, string>>;

/** Where somebody has the platform: a data folder and ports that nobody else uses. */
export class Home {
  readonly path = mkdtempSync(join(tmpdir(), 'jaki-launcher-'));
  readonly folder = join(this.path, 'data');
  readonly #launchers: Launcher[] = [];

  private constructor(
    readonly ports: Ports,
    private readonly workspace: string,
  ) {}

  /** @param workspace another one than this, such as a copy: its ports are then its own affair */
  static async make(workspace = root): Promise<Home> {
    const home = new Home(await freePorts(), workspace);
    // Like the folder of a person: others may walk through it.
    chmodSync(home.path, 0o755);
    return home;
  }

  /** Runs what `npm run` of this name runs, with these words behind it. */
  npm(script: 'start' | 'reset' | 'rebuild', words: readonly string[] = [], env: Environment = {}): Launcher {
    const [program = '', ...given] = scripts[script]?.replace(/^exec /, '').split(' ') ?? [];
    expect(program).toBe('tools/ts');
    return this.#run(join(this.workspace, program), [...given, ...words], env);
  }

  /** Runs a program of this repository. */
  node(words: readonly string[], env: Environment = {}): Launcher {
    return this.#run(process.execPath, words, env);
  }

  #run(program: string, words: readonly string[], env: Environment): Launcher {
    const moved = this.ports.owners.map((owner) => [variableOf(owner), String(this.ports.of(owner))]);
    const ports = Object.fromEntries(moved) as Record<string, string>;
    // As npm does, the programs of this workspace first.
    const PATH = `${join(root, 'node_modules/.bin')}:${process.env['PATH'] ?? ''}`;
    const child = spawn(program, words, {
      cwd: this.workspace,
      env: { ...process.env, PATH, ...ports, JAKI_DATA: this.folder, ...env },
    });
    const launcher = new Launcher(child, this.folder);
    this.#launchers.push(launcher);
    return launcher;
  }

  /** Ends what still runs and takes the folder away. */
  async leave(): Promise<void> {
    await Promise.all(this.#launchers.map((launcher) => launcher.end('SIGTERM')));
    rmSync(this.path, { recursive: true, force: true });
  }
}

/** A command as a person has it: a process, its output, its exit code. */
export class Launcher {
  output = '';
  errors = '';
  readonly ended: Promise<number | null>;

  constructor(
    readonly child: ChildProcess,
    private readonly folder: string,
  ) {
    child.stdout?.on('data', (bytes) => (this.output += String(bytes)));
    child.stderr?.on('data', (bytes) => (this.errors += String(bytes)));
    this.ended = new Promise((resolve) => child.once('close', resolve));
  }

  /** When `npm start` has printed its table. */
  async ready(): Promise<Addresses> {
    const stop = new Promise<never>((_, reject) => {
      void this.ended.then(() => reject(new Error(`ended: ${this.errors}${this.output}`)));
    });
    const table = eventually(() => expect(this.output).toContain('npm run demo'), { within: 120_000, every: 100 });
    await Promise.race([table, stop]);
    return findPlatform(this.folder)!;
  }

  async end(signal: NodeJS.Signals): Promise<number | null> {
    this.child.kill(signal);
    return this.ended;
  }
}

/** Every other process of this machine that has the folder in its command line or environment. */
export function processesOf(folder: string): string[] {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid);
  return pids.flatMap((pid) => {
    try {
      const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
      const environment = readFileSync(`/proc/${pid}/environ`, 'utf8');
      return command.includes(folder) || environment.includes(folder) ? [`${pid} ${command}`] : [];
    } catch {
      return [];
    }
  });
}
