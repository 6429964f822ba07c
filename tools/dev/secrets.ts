import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { randomKey, type SecretMaker } from '@jaki/testing/local';
import { allLocals } from './local.js';

/** Secrets as files that only we may read: `<folder>/<owner>/<NAME>`. */
export class Secrets {
  constructor(private readonly folder: string) {}

  /** Makes what is missing; what is there stays, or nobody could be recognised or decrypted any more. */
  async prepare(): Promise<void> {
    await this.#make('postgres', { PASSWORD: randomKey });
    for (const [service, { secrets }] of allLocals()) {
      await this.#make(service, { DATABASE_PASSWORD: randomKey, ...secrets });
    }
    for (const [service, { derived = {} }] of allLocals()) {
      for (const [name, { service: of, secret, by }] of Object.entries(derived)) {
        this.write(service, name, by(this.read(of, secret)));
      }
    }
  }

  file(owner: string, name: string): string {
    return join(this.folder, owner, name);
  }

  read(owner: string, name: string): string {
    return readFileSync(this.file(owner, name), 'utf8').trim();
  }

  /** Complete or not at all: a crash leaves no half key. */
  write(owner: string, name: string, value: string): void {
    const file = this.file(owner, name);
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    chmodSync(this.folder, 0o700);
    writeFileSync(`${file}.new`, `${value}\n`, { mode: 0o600 });
    renameSync(`${file}.new`, file);
  }

  async #make(owner: string, makers: Readonly<Record<string, SecretMaker>>): Promise<void> {
    for (const [name, make] of Object.entries(makers)) {
      if (!existsSync(this.file(owner, name))) this.write(owner, name, await make());
    }
  }
}
