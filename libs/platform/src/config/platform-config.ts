import { Transform, Type } from 'class-transformer';
import { ArrayNotEmpty, IsArray, IsIn, IsInt, IsOptional, IsString, IsUrl, Matches, Max, Min } from 'class-validator';
import { roles } from '@jaki/kernel';
import { IsCityFolder, IsOrigin, IsOriginList, IsPostgresUrl } from './config-rules.js';

/** A comma-separated variable as a list, without blanks. An empty text is an empty list. */
export const CommaList = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? split(value) : value));

const ANY_HTTP_HOST = { require_tld: false, require_protocol: true, protocols: ['http', 'https'] };

/**
 * What every service is configured with. A service extends it in its own `config.ts`; the property names are the names
 * of environment variables, and `<NAME>_FILE` gives a value from a file instead.
 */
export abstract class PlatformConfig {
  /** 0 takes any free port. */
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(65_535)
  readonly PORT: number = 0;

  /** The address of this machine that it listens at; 0.0.0.0 for all. */
  @IsString()
  readonly HOST: string = '127.0.0.1';

  /** Its own database, by its own role: `postgresql://user:password@host:5432/reports`. */
  @IsPostgresUrl()
  readonly DATABASE_URL!: string;

  /** `off` behind a pooler that hands sessions out by the transaction and knows no prepared statements. */
  @IsIn(['on', 'off'])
  readonly PREPARED_STATEMENTS: 'on' | 'off' = 'on';

  /** `host:port`, separated by commas. */
  @CommaList()
  @ArrayNotEmpty()
  @Matches(/^[^\s:]+:\d{1,5}$/, { each: true, message: 'KAFKA_BROKERS must be a comma-separated list of host:port' })
  readonly KAFKA_BROKERS!: readonly string[];

  /** Before every topic and consumer group: lets several platforms share one broker. */
  @Matches(/^[\w.-]*$/)
  readonly KAFKA_TOPIC_PREFIX: string = '';

  /** After how many seconds each a dead letter is tried again by itself, before it waits for a person; `none` for never. */
  @CommaList()
  @IsArray()
  @Matches(/^([1-9]\d{0,6}|none)$/, {
    each: true,
    message: 'RETRY_DELAYS must be seconds separated by commas, or none',
  })
  readonly RETRY_DELAYS: readonly string[] = ['60', '600', '3600'];

  /** Who signs the tokens that are accepted here, exactly as they name it: it has no path, not even a slash at its end. */
  @IsOrigin()
  readonly ISSUER!: string;

  /** Where the issuer's public keys are; `<ISSUER>/oauth/jwks` unless told. */
  @IsOptional()
  @IsUrl(ANY_HTTP_HOST)
  readonly JWKS_URL?: string;

  /** Keeps the issuer's keys, so that a restart while the issuer is down still knows them. */
  @IsOptional()
  @IsString()
  readonly JWKS_CACHE_FILE?: string;

  /** The folder of the city's data: regions, categories, time zone and so on. Jakarta's unless told. */
  @IsOptional()
  @IsCityFolder()
  readonly CITY_DATA?: string;

  /** Whether this instance does the service's jobs; one that does none still adds them. */
  @IsIn(['on', 'off'])
  readonly JOBS: 'on' | 'off' = 'on';

  /** What is logged: fatal, error, warn, info, debug, trace or silent. */
  @IsIn(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
  readonly LOG_LEVEL: string = 'info';

  /** Origins whose pages may call this service; none unless told. */
  @CommaList()
  @IsOriginList()
  readonly CORS_ORIGINS: readonly string[] = [];

  /** Instead of quotas in the code: `file_report:citizen=30/3600`, so many in so many seconds; `off` counts nothing. */
  @CommaList()
  @IsArray()
  @Matches(new RegExp(`^(off|[a-z_]+:(${Object.keys(roles).join('|')}|others)=[1-9]\\d{0,8}/[1-9]\\d{0,6})$`), {
    each: true,
    message: 'RATE_LIMITS must be off, or a list such as file_report:citizen=30/3600',
  })
  readonly RATE_LIMITS: readonly string[] = [];

  /** How many proxies stand before this service: that many `X-Forwarded-For` entries are believed. */
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(10)
  readonly TRUST_PROXY: number = 0;

  /** Where spans go (OTLP over HTTP, without `/v1/traces`); no tracing unless told. */
  @IsOptional()
  @IsUrl(ANY_HTTP_HOST)
  readonly OTEL_EXPORTER_OTLP_ENDPOINT?: string;

  /** The address that clients know this service by, for links. */
  @IsOptional()
  @IsUrl(ANY_HTTP_HOST)
  readonly PUBLIC_URL?: string;

  /** In milliseconds. */
  get retryDelays(): number[] {
    return this.RETRY_DELAYS.filter((seconds) => seconds !== 'none').map((seconds) => Number(seconds) * 1000);
  }
}

function split(text: string): string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
