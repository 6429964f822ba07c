import { Injectable } from '@nestjs/common';
import { type MessageHandler, Server } from '@nestjs/microservices';
import { isObservable, lastValueFrom } from 'rxjs';
import { type EventDeclaration } from '@jaki/contracts';
import { type Handler, type Subscription } from '../consumer/subscriptions.js';
import { Messaging } from './messaging.js';
import { type HandlerExtras, JAKI_EVENTS } from './on-event.js';

/** Nest's view of us: it hands over the `@OnEvent` methods, says when to start, and when to stop. */
@Injectable()
export class EventTransport extends Server {
  override readonly transportId = JAKI_EVENTS;
  /** The pipeline awaits each handler and decides about its errors; Nest need not report them as well. */
  override readonly propagatesEventHandlerErrors = true;
  readonly #subscriptions: Subscription[] = [];
  readonly #handlers = new Map<object, Handler>();

  constructor(private readonly messaging: Messaging) {
    super();
  }

  /** @throws TypeError for a handler that is not declared with `@OnEvent` or `@OnEvents`, or a second one without a name */
  override addHandler(
    type: string,
    callback: MessageHandler,
    ...[, extras = {}]: [isEvent?: boolean, extras?: HandlerExtras]
  ): void {
    const { of = new Map<string, EventDeclaration>(), atMost = 1, ordered = false, as } = extras;
    const declaration = of.get(type);
    if (declaration === undefined) throw new TypeError(`${type}: events are handled by methods with @OnEvent`);
    // Nest calls this once per type, and each time with another callback for the same method.
    let handler = this.#handlers.get(of);
    if (handler === undefined) this.#handlers.set(of, (handler = handlerOf(callback, atMost)));
    this.#subscriptions.push({ declaration, ordered, handler, as });
    this.messaging.check(this.#subscriptions);
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

function handlerOf(callback: MessageHandler, atMost: number): Handler {
  return {
    atMost,
    async handle(events, context) {
      const result: unknown = await callback(atMost === 1 ? events[0] : events, context);
      if (isObservable(result)) await lastValueFrom(result, { defaultValue: undefined });
    },
  };
}
