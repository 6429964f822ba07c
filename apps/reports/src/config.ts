import { PlatformConfig, readConfig } from '@jaki/platform';
import { IsIn, IsString, MinLength } from 'class-validator';

export class ReportsConfig extends PlatformConfig {
  /** The folder in which photos are kept. */
  @IsString()
  @MinLength(1)
  readonly PHOTOS_DIR!: string;

  /** Whether this instance runs the timed jobs. */
  @IsIn(['on', 'off'])
  readonly JOBS: string = 'on';
}

export const config = (): ReportsConfig => readConfig(ReportsConfig, process.env);
