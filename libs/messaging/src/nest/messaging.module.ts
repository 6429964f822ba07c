import { type DynamicModule, type INestApplication, Module, type ModuleMetadata, type Type } from '@nestjs/common';
import { ConsumerHealth } from '../kafka/consumer-health.js';
import { Outbox } from '../outbox/outbox.js';
import { WakeUp } from '../outbox/wake-up.js';
import { EventTransport } from './event-transport.js';
import { Messaging } from './messaging.js';
import { MessagingOptions } from './messaging-options.js';

/** How to get the options out of the service's own providers. */
export interface MessagingSetup<Injected extends readonly unknown[]> {
  readonly imports?: ModuleMetadata['imports'];
  readonly inject: {
    readonly [Index in keyof Injected]: Type<Injected[Index]> | (abstract new (...args: never[]) => Injected[Index]);
  };
  readonly useFactory: (...injected: Injected) => MessagingOptions;
}

/** Gives the service its `Outbox` and `ConsumerHealth`. Imported once, by platform. */
@Module({})
export class MessagingModule {
  static forService<Injected extends readonly unknown[]>(setup: MessagingSetup<Injected>): DynamicModule {
    const { imports = [], inject, useFactory } = setup;
    return {
      module: MessagingModule,
      global: true,
      imports,
      providers: [
        { provide: MessagingOptions, inject: [...inject], useFactory },
        WakeUpProvider,
        ConsumerHealth,
        OutboxProvider,
        Messaging,
        EventTransport,
      ],
      exports: [Outbox, ConsumerHealth, EventTransport],
    };
  }
}

const WakeUpProvider = { provide: WakeUp, useFactory: () => new WakeUp() };
const OutboxProvider = {
  provide: Outbox,
  inject: [MessagingOptions, WakeUp],
  useFactory: ({ service }: MessagingOptions, wakeUp: WakeUp) => new Outbox(service, wakeUp),
};

/**
 * Connects the service's `@OnEvent` methods. Call it after creating the application; `app.startAllMicroservices()`
 * starts relay and consumer, `app.close()` stops them before the hook that closes the database.
 */
export function connectMessaging(app: INestApplication): void {
  // Without the application's config: its guards, pipes and filters are made for HTTP requests.
  app.connectMicroservice({ strategy: app.get(EventTransport) }, { inheritAppConfig: false });
}
