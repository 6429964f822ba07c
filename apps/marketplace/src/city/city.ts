import { Injectable } from '@nestjs/common';
import { dayIn, DomainError } from '@jaki/kernel';
import { CityData } from '@jaki/regions';

/** Only the smallest region has one office that knows its businesses. */
export class NotAKelurahan extends DomainError {
  readonly code = 'not_a_kelurahan';
  readonly kind = 'invalid';
  constructor(region: string) {
    super('A business lies in one kelurahan of the city.', { region });
  }
}

/** What a business's application asks of the city. */
@Injectable()
export class City {
  constructor(private readonly data: CityData) {}

  /** @throws NotAKelurahan when it is not the code of one of the city's smallest regions */
  requireKelurahan(code: string): void {
    if (this.data.regions.region(code)?.level !== 'kelurahan') throw new NotAKelurahan(code);
  }

  /** By its IANA name. */
  get timeZone(): string {
    return this.data.timeZone;
  }

  /** The calendar day in the city's time zone, `YYYY-MM-DD`. */
  dayOf(at: Date): string {
    return dayIn(this.data.timeZone, at);
  }
}
