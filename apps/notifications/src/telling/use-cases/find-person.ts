import { Injectable, Logger } from '@nestjs/common';
import { Counter, Registry } from 'prom-client';
import { type RecipientSeal } from '@jaki/kernel';
import { Seals } from '../../crypto/seals.js';
import { type Recipient } from '../store/inboxes.js';

/** Finds out whom a seal stands for. A seal that must not be used yields nobody, and never holds up an event. */
@Injectable()
export class FindPerson {
  readonly #log = new Logger(FindPerson.name);
  readonly #refused: Counter<'reason'>;

  constructor(
    private readonly seals: Seals,
    registry: Registry,
  ) {
    this.#refused = new Counter({
      name: 'seals_refused_total',
      help: 'Recipient seals that told nobody: unreadable, or made for another service (foreign)',
      labelNames: ['reason'],
      registers: [registry],
    });
  }

  /** @param event the event that carried the seal */
  async execute(seal: RecipientSeal, event: { id: string; source: string }): Promise<Recipient[]> {
    const opening = await this.seals.open(seal, event.source);
    if ('person' in opening) return [{ kind: 'person', id: opening.person }];
    this.#refused.inc({ reason: opening.refused });
    this.#log.warn(`the ${opening.refused} seal in event ${event.id} of ${event.source} told nobody`);
    return [];
  }
}
