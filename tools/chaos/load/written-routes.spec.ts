import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { readTree } from '../../architecture/source-tree.js';
import { allLocals } from '../../dev/local.js';
import { appRoutes } from './app-user.js';
import { marketRoutes } from './market/wish.js';
import { kinds, sendingOf } from './operations.js';
import { leadsTo, type RouteGroup, writtenRoutes } from './written-routes.js';

/** Groups of routes without load, and why, as their services say: none for a group that has load. */
const withoutLoad = Object.assign({}, ...allLocals().map(([, local]) => local.withoutLoad ?? {})) as Record<
  string,
  string
>;

const groups = writtenRoutes(readTree(fileURLToPath(new URL('../../../', import.meta.url))));
const addresses = { of: () => 'http://service' };
const asked = [
  ...appRoutes,
  ...marketRoutes,
  ...kinds.map((kind) => new URL(sendingOf(kind, 'id', { addresses, on: '1' }).url).pathname),
];

const hasLoad = ({ paths }: RouteGroup) => paths.some((route) => asked.some((path) => leadsTo(path, route)));

describe('the load', () => {
  it('finds the routes of every service that write', () => {
    const paths = groups.flatMap((group) => group.paths);
    expect(paths).toEqual(
      expect.arrayContaining([
        '/oauth/token',
        '/v1/reports/:id/start',
        '/v1/organisations/:id/change',
        '/v1/inbox/:noticeId/read',
      ]),
    );
  });

  it.each(groups)('writes through $controller, or says why not', (group) => {
    expect(hasLoad(group) || withoutLoad[group.controller] !== undefined).toBe(true);
  });

  it.each(Object.keys(withoutLoad))('gives a reason for %s only while there is one without load', (controller) => {
    expect(groups.filter((group) => group.controller === controller && !hasLoad(group))).toHaveLength(1);
  });

  it('sends to no address that leads nowhere', () => {
    const lost = asked.filter((path) => !groups.some(({ paths }) => paths.some((route) => leadsTo(path, route))));
    expect(lost).toEqual([]);
  });

  it('of a new group of routes would be missed', () => {
    expect(hasLoad({ controller: 'Orders', paths: ['/v1/orders', '/v1/orders/:id/pay'] })).toBe(false);
  });
});
