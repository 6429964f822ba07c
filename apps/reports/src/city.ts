import { readFileSync } from 'node:fs';
import { Injectable } from '@nestjs/common';
import { DomainError } from '@jaki/kernel';
import { type Kelurahan, loadRegions, type Position } from '@jaki/regions';

/** A code with its name in both languages. */
export interface Named {
  readonly code: string;
  readonly label: { readonly id: string; readonly en: string };
}

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

/** What one city brings: its regions, categories and reasons. Another city is another folder of files. */
@Injectable()
export class City {
  readonly categories = namedIn('categories.json', 'categories');
  readonly reasons = namedIn('rejection-reasons.json', 'reasons');
  readonly #regions = loadRegions();

  /** The kelurahan around the pin. @throws OutsideServiceArea */
  kelurahanOf(pin: Position): Kelurahan {
    const kelurahan = this.#regions.locate(pin);
    if (kelurahan === undefined) throw new OutsideServiceArea();
    return kelurahan;
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

function namedIn(file: string, list: string): readonly Named[] {
  const text = readFileSync(new URL(`../data/jakarta/${file}`, import.meta.url), 'utf8');
  const named = (JSON.parse(text) as Record<string, readonly Named[] | undefined>)[list];
  if (named === undefined) throw new TypeError(`${file} has no list of ${list}`);
  return named;
}
