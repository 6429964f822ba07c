import { Injectable } from '@nestjs/common';
import { dayIn } from '@jaki/kernel';
import { CityData } from '@jaki/regions';

/** What a business's application asks of the city. */
@Injectable()
export class City {
  constructor(private readonly data: CityData) {}

  /** True for the code of one of the city's smallest regions. */
  isKelurahan(code: string): boolean {
    return this.data.regions.region(code)?.level === 'kelurahan';
  }

  /** The calendar day in the city's time zone, `YYYY-MM-DD`. */
  dayOf(at: Date): string {
    return dayIn(this.data.timeZone, at);
  }
}
