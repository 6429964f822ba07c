import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { type FastifyInstance } from 'fastify';
import { parseMoment } from '@jaki/kernel';
import { Refusal } from '../problems/refusal.js';

/** The query of every list; a list with filters extends it. */
export class PageQuery {
  /** How many items at most. */
  @ApiPropertyOptional({
    type: 'integer',
    minimum: 1,
    maximum: 100,
    default: 20,
    description: 'How many items at most',
  })
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  limit = 20;

  /** Where to go on: taken from the `Link` header of the page before. */
  @ApiPropertyOptional({
    description: 'Where to go on: from the `Link` header of the page before',
    minLength: 1,
    maxLength: 500,
    pattern: '^[\\w-]+$',
  })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  cursor?: string;
}

/** The place of one row in its list: the values of its sort key. */
export type Cursor = Readonly<Record<string, string | number | bigint | Date>>;

interface CursorTypes {
  text: string;
  uuid: string;
  time: Date;
  /** From 0, as PostgreSQL's `integer` holds it. */
  integer: bigint;
}

/** One page of a list. Becomes `{ items }`, with a `Link` header to the next page when there is one. */
export class Page<T> {
  readonly #next: string | undefined;

  constructor(
    readonly items: readonly T[],
    next?: string,
  ) {
    this.#next = next;
  }

  /** The same page with each item turned into its view. */
  map<View>(view: (item: T) => View): Page<View> {
    return new Page(this.items.map(view), this.#next);
  }

  /** The cursor of the next page. Not part of the body. */
  next(): string | undefined {
    return this.#next;
  }
}

/**
 * Makes a page of rows. Ask the database for `limit + 1` rows: the one too many tells that there is a next page.
 *
 * @param cursorOf the sort key of a row, in the shape that `readCursor` is told
 */
export function page<T>(rows: readonly T[], limit: number, cursorOf: (last: T) => Cursor): Page<T> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  if (rows.length <= limit || last === undefined) return new Page(items);
  return new Page(items, writeCursor(cursorOf(last)));
}

function writeCursor(cursor: Cursor): string {
  const values = Object.entries(cursor).map(([name, value]) => [
    name,
    value instanceof Date ? value.toISOString() : String(value),
  ]);
  return Buffer.from(JSON.stringify(Object.fromEntries(values))).toString('base64url');
}

const READERS: { [Kind in keyof CursorTypes]: (text: string) => CursorTypes[Kind] | undefined } = {
  text: (text) => (text.includes('\0') || !text.isWellFormed() ? undefined : text),
  uuid: (text) => (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text) ? text : undefined),
  time: (text) => (/^[1-9]\d{3}-.*\.\d{3}Z$/.test(text) ? parseMoment(text) : undefined),
  integer: (text) => (/^\d{1,10}$/.test(text) && Number(text) < 2 ** 31 ? BigInt(text) : undefined),
};

/**
 * Reads a cursor that `page` wrote: `readCursor(query.cursor, { createdAt: 'time', id: 'uuid' })`.
 *
 * @returns undefined for the first page
 * @throws Refusal 400 `unknown_cursor` for anything that `page` did not write in this shape
 */
export function readCursor<const Shape extends Readonly<Record<string, keyof CursorTypes>>>(
  cursor: string | undefined,
  shape: Shape,
): { [Name in keyof Shape]: CursorTypes[Shape[Name]] } | undefined {
  if (cursor === undefined) return undefined;
  const texts = parse(cursor);
  const values = Object.entries(shape).map(([name, kind]) => {
    const text = texts[name];
    return [name, typeof text === 'string' ? READERS[kind](text) : undefined] as const;
  });
  const whole = values.every(([, value]) => value !== undefined);
  if (!whole || Object.keys(texts).length !== values.length) throw unknownCursor();
  return Object.fromEntries(values) as { [Name in keyof Shape]: CursorTypes[Shape[Name]] };
}

function parse(cursor: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    throw unknownCursor();
  }
}

function unknownCursor(): Refusal {
  return new Refusal(400, 'unknown_cursor', 'This cursor is not one of this list. Start again without it.');
}

/** Writes the `Link` header of every page, relative to the address that was asked unless a public one is known. */
export function linkPages(server: FastifyInstance, publicUrl = ''): void {
  // eslint-disable-next-line no-restricted-syntax -- four parameters are Fastify's own
  server.addHook('preSerialization', (request, reply, payload, done) => {
    const next = payload instanceof Page ? (payload as Page<unknown>).next() : undefined;
    if (next !== undefined) {
      const [path, query] = request.url.split('?', 2);
      const search = new URLSearchParams(query);
      search.set('cursor', next);
      reply.header('link', `<${publicUrl.replace(/\/$/, '')}${path ?? ''}?${search.toString()}>; rel="next"`);
    }
    done(null, payload);
  });
}
