import { setTimeout as sleep } from 'node:timers/promises';
import { type Actor } from './actor.js';

export interface SeenNotice {
  readonly role: string;
  readonly sequence: number;
  readonly event: string;
  readonly title: string;
  /** What it is about. */
  readonly subject: { readonly id: string };
}

const PAUSE = 50;
const LOOKED_BACK = 30;

/** Looks into everybody's inbox again and again, as their apps would. */
export class InboxWatch {
  readonly #seen = new Map<string, SeenNotice>();
  readonly #running: Promise<void>[];
  #stopped = false;

  constructor(
    actors: readonly Actor[],
    private readonly onNotice: (notice: SeenNotice) => void,
  ) {
    this.#running = actors.map((actor) => this.#follow(actor));
  }

  /** The notices about any of these subjects in one inbox, oldest first. */
  of(ids: Readonly<Partial<Record<string, string>>>, role: string): SeenNotice[] {
    const about = new Set(Object.values(ids));
    const seen = [...this.#seen.values()].filter((notice) => notice.role === role && about.has(notice.subject.id));
    return seen.sort((a, b) => a.sequence - b.sequence);
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await Promise.all(this.#running);
  }

  async #follow(actor: Actor): Promise<void> {
    while (!this.#stopped) {
      const path = `inbox?limit=${LOOKED_BACK}`;
      const { items } = await actor.look<{ items: Omit<SeenNotice, 'role'>[] }>('notifications', path);
      for (const item of items.toReversed()) this.#note({ ...item, role: actor.role });
      await sleep(PAUSE);
    }
  }

  #note(notice: SeenNotice): void {
    const key = `${notice.role} ${notice.sequence}`;
    if (this.#seen.has(key)) return;
    this.#seen.set(key, notice);
    this.onNotice(notice);
  }
}
