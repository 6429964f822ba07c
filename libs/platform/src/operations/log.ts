import { type LoggerService } from '@nestjs/common';
import { trace } from '@opentelemetry/api';
import { type DestinationStream, type Logger as Pino, pino } from 'pino';
import { CorrelationContext } from '@jaki/messaging';
import { isError } from '../problems/is-error.js';
import { standardOutput } from './log-output.js';
import { redact, safeError } from './redact.js';

export interface LogOptions {
  readonly service: string;
  readonly level: string;
  /** Standard output unless told. */
  readonly to?: DestinationStream | undefined;
}

/**
 * One JSON line per event on standard output. Lines of one request share its correlation id (and trace id when traced);
 * secrets and personal fields are taken out by name, wherever they stand.
 */
export function createLog({ service, level, to }: LogOptions): Pino {
  return pino(
    {
      level,
      base: { service },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }), log: redact },
      serializers: { err: safeError },
      mixin: currentIds,
    },
    to ?? standardOutput(),
  );
}

function currentIds(): object {
  const correlationId = CorrelationContext.get()?.correlationId;
  const traceId = trace.getActiveSpan()?.spanContext().traceId;
  return { ...(correlationId !== undefined && { correlationId }), ...(traceId !== undefined && { traceId }) };
}

const LEVELS = { log: 'info', error: 'error', warn: 'warn', debug: 'debug', verbose: 'trace', fatal: 'fatal' } as const;

type Level = keyof typeof LEVELS;

// What Nest tells about itself at every start: a line per module and route.
const CHATTER = new Set(['NestFactory', 'InstanceLoader', 'RoutesResolver', 'RouterExplorer', 'NestApplication']);

/** Nest's logger, on pino. `logger.error({ err }, 'what failed')` keeps both; the last argument is Nest's context. */
export class NestLog implements LoggerService {
  constructor(private readonly pino: Pino) {}

  log(message: unknown, ...rest: unknown[]): void {
    this.#write('log', message, rest);
  }
  error(message: unknown, ...rest: unknown[]): void {
    this.#write('error', message, rest);
  }
  warn(message: unknown, ...rest: unknown[]): void {
    this.#write('warn', message, rest);
  }
  debug(message: unknown, ...rest: unknown[]): void {
    this.#write('debug', message, rest);
  }
  verbose(message: unknown, ...rest: unknown[]): void {
    this.#write('verbose', message, rest);
  }
  fatal(message: unknown, ...rest: unknown[]): void {
    this.#write('fatal', message, rest);
  }

  #write(level: Level, message: unknown, rest: unknown[]): void {
    const context = typeof rest.at(-1) === 'string' && rest.length > 0 ? { context: rest.at(-1) } : {};
    const texts = rest.slice(0, -1).filter((part) => part !== undefined);
    const fields = isError(message) ? { err: message } : typeof message === 'object' ? message : {};
    const text = [...(typeof message === 'string' ? [message] : []), ...texts.map(String)].join(' ');
    const quiet = level === 'log' && CHATTER.has(String(rest.at(-1)));
    this.pino[quiet ? 'debug' : LEVELS[level]]({ ...context, ...fields }, text);
  }
}
