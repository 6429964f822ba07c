import { Catch, type RpcExceptionFilter, UseFilters } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { type EventDeclaration, type ReceivedEvent } from '@jaki/contracts';
import { type EventContext } from '../consumer/subscriptions.js';

/** Keeps our handlers away from other Nest transports in the same process, and theirs from ours. */
export const JAKI_EVENTS = Symbol('jaki.events');

/** Nest would answer every error with 'Internal server error': the retry policy needs the one that was thrown. */
@Catch()
class OriginalError implements RpcExceptionFilter {
  catch(error: unknown): never {
    throw error;
  }
}

/** Under which key Nest keeps what a pattern brings along. */
const EXTRAS = 'microservices:pattern_extras';

/** What a decorator tells the transport about its method: the types that it serves, and how many it takes at once. */
export interface HandlerExtras {
  readonly of?: ReadonlyMap<string, EventDeclaration>;
  readonly atMost?: number;
  readonly ordered?: boolean;
  readonly as?: string | undefined;
}

export interface OnEventsOptions {
  /**
   * The handler's name, where a service has several for one type: each has its own transaction, retries and dead letters,
   * and what goes wrong in one does not touch the others. A name stays for good: under another one, copies of events count
   * as new. It must differ from that of every other handler of the type; one of them may do without.
   */
  readonly as?: string;
}

export interface OnEventOptions extends OnEventsOptions {
  /**
   * True when this event must not be handled before earlier events of its key: while one of them is a dead letter, later
   * ones are parked behind it and follow in order once it was replayed or discarded. Other keys go on.
   */
  readonly ordered?: boolean;
}

/** Structural, so that a handler may do without the context. */
interface Method<Input, DB> {
  value?: (input: Input, context: EventContext<DB>) => Promise<void>;
}

/**
 * Marks a method of a `@Controller()` class as what this service does about an event: `(event, { tx }) => …`. It runs in
 * one transaction with the mark that says that it ran; whatever it throws undoes both. A service does not start with two
 * handlers of a type by the same name, or both without.
 */
export function OnEvent<Declaration extends EventDeclaration>(
  declaration: Declaration,
  { ordered = false, as }: OnEventOptions = {},
) {
  return <DB>(target: object, method: string | symbol, descriptor: Method<ReceivedEvent<Declaration>, DB>): void => {
    subscribe([declaration], { atMost: 1, ordered, as }, { target, method, descriptor });
  };
}

const AT_MOST = 100;

/**
 * Marks a method as what this service does about events that come in numbers: `(events, { tx }) => …`, up to 100 of one
 * partition in their order, without those that it has seen. They share a transaction, so what it locks, it must lock in
 * an order of its own (by id, say): two such transactions may concern the same rows. When it throws, nothing is saved
 * and each event comes by itself, in an array of one. Announcements made here carry no cause, and the correlation of
 * the events if all share one.
 */
export function OnEvents<Declaration extends EventDeclaration>(
  declarations: readonly Declaration[],
  { as }: OnEventsOptions = {},
) {
  return <DB>(
    target: object,
    method: string | symbol,
    descriptor: Method<readonly EventOf<Declaration>[], DB>,
  ): void => {
    subscribe(declarations, { atMost: AT_MOST, as }, { target, method, descriptor });
  };
}

/** An event of one of these declarations, told apart by its type. */
export type EventOf<Declaration extends EventDeclaration> = Declaration extends EventDeclaration
  ? ReceivedEvent<Declaration>
  : never;

/** The events that a controller's methods are marked to handle. */
export function eventsHeardBy(controller: { readonly prototype: object }): EventDeclaration[] {
  const methods = Object.values(Object.getOwnPropertyDescriptors(controller.prototype));
  return methods.flatMap(({ value }: PropertyDescriptor) => {
    const extras = typeof value === 'function' ? (Reflect.getMetadata(EXTRAS, value as object) as unknown) : undefined;
    return [...((extras as HandlerExtras | undefined)?.of?.values() ?? [])];
  });
}

function subscribe(
  declarations: readonly EventDeclaration[],
  how: Omit<HandlerExtras, 'of'>,
  on: { target: object; method: string | symbol; descriptor: object },
): void {
  const { target, method, descriptor } = on;
  Payload()(target, method, 0);
  Ctx()(target, method, 1);
  const of = new Map(declarations.map((declaration) => [declaration.type, declaration]));
  const extras: HandlerExtras = { of, ...how };
  const pattern: MethodDecorator = EventPattern([...of.keys()], JAKI_EVENTS, { ...extras });
  for (const decorate of [UseFilters(new OriginalError()), pattern]) decorate(target, method, descriptor);
}
