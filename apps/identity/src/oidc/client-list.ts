/** One that may ask for tokens, as the city's `clients.json` says it. */
export interface ListedClient {
  readonly id: string;
  /** `app`: people log in with it. `channel`: the account of another reporting channel, a machine with a secret. */
  readonly kind: 'app' | 'channel';
  /** The services it may ask tokens for, or `all` that the platform has. */
  readonly services: 'all' | readonly string[];
}

/** What is wrong with a city's list of clients, in words; empty when nothing is. */
export function faultsOfClients(
  list: readonly ListedClient[],
  around: { readonly services: readonly string[]; readonly secrets: Readonly<Record<string, string>> },
): string[] {
  const ids = list.map(({ id }) => id);
  const channels = list.filter(({ kind }) => kind === 'channel').map(({ id }) => id);
  return [
    ...list.filter((client) => !isSound(client)).map(({ id }) => `${id} is no client`),
    ...(new Set(ids).size === ids.length ? [] : ['an id stands twice']),
    ...channels.filter((id) => !Object.hasOwn(around.secrets, id)).map((id) => `${id} has no secret`),
    ...list.flatMap(({ id, services }) => unknownIn(services, around.services).map((name) => `${id} names ${name}`)),
  ];
}

function isSound({ id, kind, services }: ListedClient): boolean {
  const named = services === 'all' || (Array.isArray(services) && services.length > 0);
  return /^[a-z][a-z0-9-]{0,63}$/.test(id) && ['app', 'channel'].includes(kind) && named;
}

function unknownIn(services: ListedClient['services'], known: readonly string[]): readonly string[] {
  return typeof services === 'string' ? [] : services.filter((name) => !known.includes(name));
}
