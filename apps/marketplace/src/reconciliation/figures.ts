import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Gauge, Registry } from 'prom-client';
import { Database } from '@jaki/platform';
import { type DB } from '../generated/db.js';

const FRESH_MS = 10_000;

interface Found {
  readonly differences: number;
  readonly stuck: number;
  readonly oldest: number;
}

/** Figures of money that somebody must look after, for alerts. Read from the database when they are asked for. */
@Injectable()
export class MoneyFigures {
  #found: { readonly at: number; readonly found: Promise<Found> } | undefined;

  constructor(
    private readonly db: Database<DB>,
    registry: Registry,
  ) {
    const gauge = (name: string, help: string, of: (found: Found) => number) => {
      const made: Gauge = new Gauge({
        name,
        help,
        registers: [registry],
        collect: async () => made.set(of(await this.#find())),
      });
    };
    gauge(
      'settlement_differences',
      'Differences between our books and the acquirer’s of the last 7 days',
      (all) => all.differences,
    );
    gauge('refunds_stuck', 'Refunds that the acquirer does not make: a person must', ({ stuck }) => stuck);
    gauge('refund_oldest_age_seconds', 'Age of the oldest refund that is not made yet', ({ oldest }) => oldest);
  }

  /** Once for all that are asked for together. */
  #find(): Promise<Found> {
    const now = Date.now();
    if (this.#found === undefined || now - this.#found.at > FRESH_MS) this.#found = { at: now, found: this.#read() };
    return this.#found.found;
  }

  async #read(): Promise<Found> {
    const { rows } = await sql<Found>`
      SELECT (SELECT count(*)::int FROM settlement_difference WHERE day > now() - interval '8 days') AS differences,
        (SELECT count(*)::int FROM refund WHERE state = 'stuck') AS stuck,
        (SELECT coalesce(extract(epoch FROM now() - min(requested_at)), 0)::float8 FROM refund WHERE next_at IS NOT NULL) AS oldest
    `.execute(this.db.kysely);
    return rows[0] ?? { differences: 0, stuck: 0, oldest: 0 };
  }
}
