export { ConsumerHealth } from './kafka/consumer-health.js';
export { type EventContext, type Subscription } from './consumer/subscriptions.js';
export { type Correlation, CorrelationContext, isCorrelationId } from './correlation.js';
export { type AnyKysely, type AnyTransaction } from './database.js';
export { type DatabaseTrouble, databaseTroubleOf } from './database-errors.js';
export {
  type DeadLetter,
  type DeadLetterFilter,
  type DeadLetterState,
  type DeadLetterSummary,
  listDeadLetters,
  showDeadLetter,
} from './dead-letters/dead-letters.js';
export { discardDeadLetter, replayDeadLetter, replayDeadLetters } from './dead-letters/operations.js';
export { type RetryDelays } from './dead-letters/retry-delays.js';
export { createTopics } from './kafka/topics.js';
export { migrate, MigrationError, type MigrationSet } from './migrate.js';
export { messagingMigrations } from './migrations.js';
export { EventTransport } from './nest/event-transport.js';
export { connectMessaging, MessagingModule, type MessagingSetup } from './nest/messaging.module.js';
export { MessagingOptions } from './nest/messaging-options.js';
export {
  eventsHeardBy,
  type EventOf,
  OnEvent,
  type OnEventOptions,
  OnEvents,
  type OnEventsOptions,
} from './nest/on-event.js';
export { Outbox } from './outbox/outbox.js';
export { backoff, pause } from './pause.js';
export { outliveConnections, sessionSettings } from './sessions.js';
export { soundTraceparent } from './tracing.js';
export { type RunningSubscriber, subscribe, type SubscribeOptions, subscription } from './subscribe.js';
