import { context, propagation, ROOT_CONTEXT, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import { CorrelationContext } from './correlation.js';

const tracer = trace.getTracer('@jaki/messaging');

/** The trace that an announcement made now belongs to, as a W3C `traceparent`; undefined without one. */
export function traceOfAnnouncement(topic: string): string | undefined {
  const attributes = { 'messaging.system': 'kafka', 'messaging.destination.name': topic };
  const span = tracer.startSpan(`create ${topic}`, { kind: SpanKind.PRODUCER, attributes });
  const carrier: { traceparent?: string } = {};
  propagation.inject(trace.setSpan(context.active(), span), carrier);
  span.end();
  return carrier.traceparent ?? CorrelationContext.get()?.traceparent;
}

/** Runs the handling of an event as one span of the trace of the request that caused it. */
export async function traceHandling<Result>(
  event: { topic: string; type: string; id: string; traceparent?: string | undefined },
  work: () => Promise<Result>,
): Promise<Result> {
  const parent = propagation.extract(ROOT_CONTEXT, event.traceparent ? { traceparent: event.traceparent } : {});
  const attributes = {
    'messaging.system': 'kafka',
    'messaging.destination.name': event.topic,
    'messaging.message.id': event.id,
    'cloudevents.event_type': event.type,
  };
  const options = { kind: SpanKind.CONSUMER, attributes };
  return tracer.startActiveSpan(`process ${event.topic}`, options, parent, async (span) => {
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
