import { describe, expect, it } from '@jest/globals';
import { faultsOfClients, type ListedClient } from './client-list.js';

const around = { services: ['identity', 'reports', 'market'], secrets: { floods: 'a'.repeat(32) } };
const app: ListedClient = { id: 'city-app', kind: 'app', services: 'all' };
const channel: ListedClient = { id: 'floods', kind: 'channel', services: ['reports'] };
const faults = (...list: object[]) => faultsOfClients(list as ListedClient[], around);

describe("a city's list of clients", () => {
  it('may hold apps for all services and channels for some', () => {
    expect(faults(app, channel)).toEqual([]);
  });

  it('names each client once', () => {
    expect(faults(app, app)).toEqual(['an id stands twice']);
  });

  it('holds no channel without a secret', () => {
    expect(faults({ ...channel, id: 'storms' })).toEqual(['storms has no secret']);
  });

  it('names no service that the platform has not', () => {
    expect(faults({ ...channel, services: ['reports', 'parking'] })).toEqual(['floods names parking']);
  });

  it.each([{ id: 'Städte-App' }, { id: '' }, { kind: 'page' }, { services: [] }, { services: 'some' }])(
    'holds none with %j',
    (change) => {
      expect(faults({ ...app, ...change }).join()).toContain('is no client');
    },
  );
});
