import { type Role } from '@jaki/kernel';

/** So many at once; what was taken comes back evenly, all of it within so many seconds. */
export interface Quota {
  readonly quota: number;
  readonly seconds: number;
}

/** How often one person may do something, by the role that it acts in. */
export interface RateLimit {
  /** Clients read it in `RateLimit-Policy`: `file_report`. */
  readonly name: string;
  readonly quotas: Readonly<Partial<Record<Role, Quota>>> & {
    /** For callers with none of the roles named. */
    readonly others: Quota;
  };
}

const OVERRIDE = /^(?<name>[a-z_]+):(?<role>[a-z]+)=(?<quota>\d+)\/(?<seconds>\d+)$/;

/**
 * What `RATE_LIMITS` puts instead of the quotas of the code.
 *
 * @param settings each `off` or `<limit>:<role>=<quota>/<seconds>`
 */
export function overrideQuotas({ name, quotas }: RateLimit, settings: readonly string[]): RateLimit {
  const overrides = settings.flatMap((setting) => {
    const { name: limit, role, quota, seconds } = OVERRIDE.exec(setting)?.groups ?? {};
    if (limit !== name || role === undefined) return [];
    return [[role, { quota: Number(quota), seconds: Number(seconds) }] as const];
  });
  return { name, quotas: { ...quotas, ...Object.fromEntries(overrides) } };
}

/** The quota of a caller: who has several roles has the most generous one's. */
export function quotaFor({ quotas }: RateLimit, roles: readonly Role[]): Quota {
  const own = roles.flatMap((role) => quotas[role] ?? []);
  const [best = quotas.others] = own.toSorted((a, b) => b.quota / b.seconds - a.quota / a.seconds);
  return best;
}
