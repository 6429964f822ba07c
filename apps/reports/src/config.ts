import { IsString, MinLength } from 'class-validator';
import { PlatformConfig, readConfig } from '@jaki/platform';

export class ReportsConfig extends PlatformConfig {
  /** The folder in which photos are kept. */
  @IsString()
  @MinLength(1)
  readonly PHOTOS_DIR!: string;
}

export const config = (): ReportsConfig => readConfig(ReportsConfig, process.env);
