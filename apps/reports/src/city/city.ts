import { Injectable } from '@nestjs/common';
import { dayIn, DomainError } from '@jaki/kernel';
import { CityData, type Kelurahan, type Named, type Position } from '@jaki/regions';
import { reportNumber } from './domain/report-number.js';

export class OutsideServiceArea extends DomainError {
  readonly code = 'outside_service_area';
  readonly kind = 'invalid';
  constructor() {
    super('The pin lies outside the area that this platform serves.');
  }
}

export class UnknownCategory extends DomainError {
  readonly code = 'unknown_category';
  readonly kind = 'invalid';
  constructor(category: string) {
    super('The city has no such category.', { category });
  }
}

export class UnknownReason extends DomainError {
  readonly code = 'unknown_reason';
  readonly kind = 'invalid';
  constructor(reason: string) {
    super('The city has no such reason for rejecting a report.', { reason });
  }
}

/** What a filing and a rejection ask of the city. */
@Injectable()
export class City {
  readonly categories: readonly Named[];
  readonly reasons: readonly Named[];

  constructor(private readonly data: CityData) {
    this.categories = data.named('categories');
    this.reasons = data.named('rejection-reasons');
  }

  /** The kelurahan around the pin. @throws OutsideServiceArea */
  kelurahanOf(pin: Position): Kelurahan {
    const kelurahan = this.data.regions.locate(pin);
    if (kelurahan === undefined) throw new OutsideServiceArea();
    return kelurahan;
  }

  /** The calendar day in the city's time zone, `YYYY-MM-DD`. */
  dayOf(at: Date): string {
    return dayIn(this.data.timeZone, at);
  }

  /** What people call the report with that serial of a day. */
  numberOf(day: string, serial: bigint): string {
    return reportNumber(this.data.numberPrefix, day, serial);
  }

  /** @throws UnknownCategory */
  requireCategory(category: string): void {
    if (!this.categories.some(({ code }) => code === category)) throw new UnknownCategory(category);
  }

  /** @throws UnknownReason */
  requireReason(reason: string): void {
    if (!this.reasons.some(({ code }) => code === reason)) throw new UnknownReason(reason);
  }
}
