import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ServiceName } from '../../dev/services.js';
import { type Edit } from '../edits/edit.js';
import { type FailPoint } from '../edits/fail-points.js';

export interface Arming {
  readonly action: 'kill' | 'throw' | 'sleep' | 'leak';
  /** Strikes only in this service: every one of them has an outbox. Default: whichever comes by first. */
  readonly service?: ServiceName;
  /** How often, over all processes and their restarts. */
  readonly times: number;
  /** How many passes go by before the first hit. */
  readonly skip?: number;
  readonly milliseconds?: number;
  readonly megabytes?: number;
}

/** The folder through which `edit-sources.mjs` in the services is told what to change and when to strike. */
export class FailPointSwitch {
  constructor(private readonly folder: string) {
    mkdirSync(folder, { recursive: true });
  }

  /** What makes a service load the edits. */
  environmentOf(service: ServiceName): Record<string, string> {
    return {
      JAKI_CHAOS_SERVICE: service,
      NODE_OPTIONS: `--import=${new URL('../edit-sources.mjs', import.meta.url).href}`,
      JAKI_CHAOS_FOLDER: this.folder,
    };
  }

  /** Takes effect in processes that start from now on. */
  edit(edits: readonly Edit[]): void {
    writeFileSync(join(this.folder, 'edits.json'), JSON.stringify(edits));
  }

  arm(point: FailPoint, arming: Arming): void {
    this.disarm(point);
    writeFileSync(join(this.folder, `${point}.json`), JSON.stringify(arming));
  }

  /** Forgets its hits too. */
  disarm(point: FailPoint): void {
    for (const kind of ['json', 'hits', 'passes']) rmSync(join(this.folder, `${point}.${kind}`), { force: true });
  }

  disarmAll(): void {
    for (const file of readdirSync(this.folder)) if (file !== 'edits.json') rmSync(join(this.folder, file));
  }

  /** How often it struck since it was armed. */
  hits(point: FailPoint): number {
    const file = join(this.folder, `${point}.hits`);
    return existsSync(file) ? readFileSync(file, 'utf8').split('\n').length - 1 : 0;
  }
}
