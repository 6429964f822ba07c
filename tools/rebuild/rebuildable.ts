/** Services whose state is made of events alone, with the tables that hold it. */
export const rebuildable = {
  notifications: ['notice', 'recipient', 'organisation', 'parked_notice'],
} as const;

export type Rebuildable = keyof typeof rebuildable;

export function isRebuildable(service: string | undefined): service is Rebuildable {
  return service !== undefined && Object.hasOwn(rebuildable, service);
}
