import { existsSync, readdirSync } from 'node:fs';

const root = new URL('../../', import.meta.url);

/** A project that keeps tables: a library in a schema of its own, a service in `public`. */
export interface Keeper {
  /** `libs/platform`, `apps/reports`. */
  readonly name: string;
  readonly folder: URL;
  readonly schema: string;
}

/** Every project with a `prisma/schema.prisma`. */
export function keepers(): Keeper[] {
  return projects()
    .filter(({ folder }) => existsSync(new URL('prisma/schema.prisma', folder)))
    .map(({ name, folder }) => ({
      name,
      folder,
      schema: name.startsWith('libs/') ? name.slice('libs/'.length) : 'public',
    }));
}

/** Every service. */
export function services(): { name: string; folder: URL }[] {
  return projects().filter(({ name }) => name.startsWith('apps/'));
}

/** Every library and every service, in this order, by name. */
export function projects(): { name: string; folder: URL }[] {
  return ['libs', 'apps'].flatMap((group) =>
    readdirSync(new URL(`${group}/`, root), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => ({ name: `${group}/${name}`, folder: new URL(`${group}/${name}/`, root) })),
  );
}
