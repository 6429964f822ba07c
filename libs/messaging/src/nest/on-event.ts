import { type EventDeclaration, type ReceivedEvent } from '@jaki/contracts';
import { Catch, type RpcExceptionFilter, UseFilters } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
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

/** Structural, so that a handler may do without the context. */
interface Handler<Declaration extends EventDeclaration, DB> {
  value?: (event: ReceivedEvent<Declaration>, context: EventContext<DB>) => Promise<void>;
}

export interface OnEventOptions {
  /**
   * True when this event must not be handled before earlier events of its key: while one of them is a dead letter, later
   * ones are parked behind it and follow in order once it was replayed or discarded. Other keys go on.
   */
  readonly ordered?: boolean;
}

/**
 * Marks a method of a `@Controller()` class as what this service does about an event: `(event, { tx }) => …`. It runs in
 * one transaction with the mark that says that it ran; whatever it throws undoes both. A service has one handler per
 * event type and does not start with two.
 */
export function OnEvent<Declaration extends EventDeclaration>(
  declaration: Declaration,
  { ordered = false }: OnEventOptions = {},
) {
  return <DB>(target: object, method: string | symbol, descriptor: Handler<Declaration, DB>): void => {
    Payload()(target, method, 0);
    Ctx()(target, method, 1);
    const subscribe = EventPattern(declaration.type, JAKI_EVENTS, { declaration, ordered }) as MethodDecorator;
    for (const decorate of [UseFilters(new OriginalError()), subscribe]) decorate(target, method, descriptor);
  };
}
