import { Type } from 'class-transformer';
import { IsInt, Max, Min } from 'class-validator';
import { IsBaseUrl, PlatformConfig, readConfig, textRule } from '@jaki/platform';

const DAY_SECONDS = 24 * 3_600;

/** What marketplace is configured with, beside what every service is. Secrets are best given as `<NAME>_FILE`. */
export class MarketplaceConfig extends PlatformConfig {
  /** Where the acquirer of QRIS payments is asked: `POST <this>/v2/charge` and so on. */
  @IsBaseUrl()
  readonly ACQUIRER_URL!: string;

  /** What this service proves itself to the acquirer by, and what the acquirer signs its callbacks with. */
  @textRule('isServerKey', 'must be 16 to 200 visible ASCII characters', (key) => /^[!-~]{16,200}$/.test(key))
  readonly ACQUIRER_SERVER_KEY!: string;

  /** Where the acquirer tells us of payments: this service's `/v1/payments/callback`, as the acquirer reaches it. */
  @IsBaseUrl()
  readonly ACQUIRER_CALLBACK_URL!: string;

  /** Seconds that a checkout waits for its payment and holds its goods. */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(DAY_SECONDS)
  readonly PAYMENT_SECONDS: number = 900;
}

/** The only place where this service reads the process's environment. */
export function config(): MarketplaceConfig {
  return readConfig(MarketplaceConfig, process.env);
}
