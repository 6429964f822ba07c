import { Controller } from '@nestjs/common';
import { type ReceivedEvent } from '@jaki/contracts';
import { type EventContext, OnEvents } from '@jaki/messaging';
import { type DB } from '../../generated/db.js';
import { Tell } from '../../telling/use-cases/tell.js';
import { sources } from '../index.js';

const heard = sources.flatMap(({ events }) => events);
const sourceOf = new Map(sources.flatMap((source) => source.events.map(({ type }) => [type, source] as const)));

/** What any context announces. Together, because on a busy day most of it concerns the same few inboxes. */
@Controller()
export class OnNews {
  constructor(private readonly tell: Tell) {}

  @OnEvents(heard)
  async handle(events: readonly ReceivedEvent[], { tx }: EventContext<DB>): Promise<void> {
    await this.tell.execute(
      tx,
      events.flatMap((event) => {
        const source = sourceOf.get(event.type);
        return source === undefined ? [] : [{ news: source.read(event), occurrence: event }];
      }),
    );
  }
}
