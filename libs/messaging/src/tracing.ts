import {
  type Context,
  context,
  propagation,
  ROOT_CONTEXT,
  SpanKind,
  type SpanOptions,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api';
import { CorrelationContext } from './correlation.js';

const tracer = trace.getTracer('@jaki/messaging');

const TRACEPARENT = /^([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-.*)?$/;

/**
 * A W3C `traceparent` that parses, in the form of version 00. What does not parse is ignored, as the recommendation says;
 * what a later version may have added is left out, since nobody here knows what it says.
 */
export function soundTraceparent(text: string | undefined): string | undefined {
  const [, version, traceId = '', parentId = '', flags, more] = TRACEPARENT.exec(text ?? '') ?? [];
  if (version === undefined || version === 'ff' || (version === '00' && more !== undefined)) return undefined;
  if (/^0+$/.test(traceId) || /^0+$/.test(parentId)) return undefined;
  return `00-${traceId}-${parentId}-${flags ?? '00'}`;
}

/** The trace that an announcement made now belongs to, as a W3C `traceparent`; undefined without one. */
export function traceOfAnnouncement(topic: string): string | undefined {
  const attributes = { 'messaging.system': 'kafka', 'messaging.destination.name': topic };
  const span = tracer.startSpan(`create ${topic}`, { kind: SpanKind.PRODUCER, attributes });
  const carrier: { traceparent?: string } = {};
  propagation.inject(trace.setSpan(context.active(), span), carrier);
  span.end();
  return carrier.traceparent ?? CorrelationContext.get()?.traceparent;
}

interface Traced {
  readonly traceparent?: string | undefined;
}

/** Runs the handling of an event as one span of the trace of the request that caused it. */
export async function traceHandling<Result>(
  event: Traced & { topic: string; type: string; id: string },
  work: () => Promise<Result>,
): Promise<Result> {
  const attributes = {
    'messaging.system': 'kafka',
    'messaging.destination.name': event.topic,
    'messaging.message.id': event.id,
    'cloudevents.event_type': event.type,
  };
  return inSpan(`process ${event.topic}`, { attributes, parent: causeOf(event) }, work);
}

/**
 * Runs the handling of several events as one span: of the trace that caused them all, if there is one (a request that
 * announced two of them), else of a trace of its own. The other requests that caused one of them are its links.
 */
export async function traceHandlingOfMany<Result>(
  topic: string,
  events: readonly Traced[],
  work: () => Promise<Result>,
): Promise<Result> {
  const attributes = {
    'messaging.system': 'kafka',
    'messaging.destination.name': topic,
    'messaging.batch.message_count': events.length,
  };
  const causes = events.flatMap((event) => trace.getSpanContext(causeOf(event)) ?? []);
  const [first, ...others] = causes;
  const shared = first && causes.length === events.length && others.every(({ traceId }) => traceId === first.traceId);
  const parent = shared ? trace.setSpanContext(ROOT_CONTEXT, first) : ROOT_CONTEXT;
  const links = (shared ? others : causes).map((context) => ({ context }));
  return inSpan(`process ${topic}`, { attributes, links, parent }, work);
}

function causeOf({ traceparent }: Traced): Context {
  return traceparent === undefined ? ROOT_CONTEXT : propagation.extract(ROOT_CONTEXT, { traceparent });
}

interface HandlingSpan extends Pick<SpanOptions, 'attributes' | 'links'> {
  readonly parent: Context;
}

function inSpan<Result>(name: string, { parent, ...options }: HandlingSpan, work: () => Promise<Result>) {
  return tracer.startActiveSpan(name, { kind: SpanKind.CONSUMER, ...options }, parent, async (span) => {
    try {
      return await work();
    } catch (error) {
      span.setStatus({ code: SpanStatusCode.ERROR, message: String(error) });
      throw error;
    } finally {
      span.end();
    }
  });
}
