import { type EventDeclaration } from '@jaki/contracts';
import { Injectable } from '@nestjs/common';
import { type MessageHandler, Server } from '@nestjs/microservices';
import { isObservable, lastValueFrom } from 'rxjs';
import { type Subscription } from '../consumer/subscriptions.js';
import { JAKI_EVENTS } from './on-event.js';
import { Messaging } from './messaging.js';

/** Nest's view of us: it hands over the `@OnEvent` methods, says when to start, and when to stop. */
@Injectable()
export class EventTransport extends Server {
  override readonly transportId = JAKI_EVENTS;
  /** The pipeline awaits each handler and decides about its errors; Nest need not report them as well. */
  override readonly propagatesEventHandlerErrors = true;
  readonly #subscriptions = new Map<string, Subscription>();

  constructor(private readonly messaging: Messaging) {
    super();
  }

  /** @throws TypeError for a second handler of a type, or one that was not declared with `@OnEvent` */
  override addHandler(
    type: string,
    callback: MessageHandler,
    _isEvent?: boolean,
    extras: { declaration?: EventDeclaration; ordered?: boolean } = {},
  ): void {
    const { declaration, ordered = false } = extras;
    if (declaration === undefined) throw new TypeError(`${type}: events are handled by methods with @OnEvent`);
    if (this.#subscriptions.has(type))
      throw new TypeError(`${type} has two handlers, but its effect is one transaction`);
    this.#subscriptions.set(type, {
      declaration,
      ordered,
      async handle(event, context) {
        const result: unknown = await callback(event, context);
        if (isObservable(result)) await lastValueFrom(result, { defaultValue: undefined });
      },
    });
  }

  listen(callback: () => void): void {
    this.messaging.start(this.#subscriptions);
    callback();
  }

  async close(): Promise<void> {
    await this.messaging.stop();
  }

  on(): never {
    throw new Error('the event transport has no events of its own');
  }

  unwrap(): never {
    throw new Error('Kafka is reached through the outbox and through handlers only');
  }
}
