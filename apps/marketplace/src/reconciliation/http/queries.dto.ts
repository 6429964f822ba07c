import { IsDay } from '@jaki/platform';

export class DayQuery {
  /**
   * In the city's time zone.
   * @example '2026-11-27'
   */
  @IsDay()
  day!: string;
}
