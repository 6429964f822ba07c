import { describe, expect, it } from '@jest/globals';
import { authorityMatrix, type AuthorityRow, type HttpAnswer, routeGaps, verdictsOf } from '../src/index.js';

const HEAD = 'route target nobody owner other officer';
const oneRow = (line: string) => authorityMatrix(`${HEAD}\n${line}`)[0]!;
const answer = (status: number, body: unknown = {}): HttpAnswer => ({ status, body, headers: new Headers() });

describe('an authority matrix', () => {
  it('is read as it is written', () => {
    expect(oneRow('POST /v1/things/{id}/open shut 401 200 403 404')).toEqual({
      route: 'POST /v1/things/{id}/open',
      target: 'shut',
      verdicts: { nobody: '401', owner: '200', other: '403', officer: '404' },
    });
  });

  it.each([
    ['a caller without a verdict', 'GET /v1/things any 401 200 403', 'one verdict for each of nobody'],
    ['a verdict that is none', 'GET /v1/things any 401 200 403 maybe', 'one verdict for each of nobody'],
    ['a line that lets nobody through', 'GET /v1/things any 401 403 403 404', 'lets nobody through'],
    ['a line twice', 'GET /v1/things any 401 200 403 404\nGET /v1/things any 401 200 403 404', 'twice in the matrix'],
  ])('may not have %s', (_, lines, message) => {
    expect(() => authorityMatrix(`${HEAD}\n${lines}`)).toThrow(message);
  });

  it('is held against the routes of the document, both ways', () => {
    const matrix = authorityMatrix(`${HEAD}
      GET /v1/things any 200 200 200 200
      POST /v1/gone any 201 401 401 401`);
    const paths = { '/v1/things': { get: {}, post: {}, parameters: [] } };
    expect(routeGaps(matrix, { paths })).toEqual({
      notInMatrix: ['POST /v1/things'],
      notInDocument: ['POST /v1/gone'],
    });
  });
});

describe('a row that is tried', () => {
  /** A thing that may be opened once, by whoever the rule says. */
  function things(mayOpen: (caller: string) => boolean) {
    const opened: string[] = [];
    const asked: string[] = [];
    const ask = (_: AuthorityRow, caller: string, { id }: { id: string }) => {
      asked.push(`${caller} ${id}`);
      if (!mayOpen(caller)) return Promise.resolve(answer(403));
      return Promise.resolve(answer(opened.includes(id) ? 409 : opened.push(id) && 200));
    };
    let made = 0;
    return { asked, make: () => Promise.resolve({ id: String((made += 1)) }), ask };
  }
  const row = oneRow('POST /v1/things/{id}/open shut 403 200 403 200');

  it('asks who is to be refused first, then lets the right one through on the same target', async () => {
    const fair = things((caller) => caller === 'owner' || caller === 'officer');
    expect(await verdictsOf(row, fair)).toEqual(row.verdicts);
    expect(fair.asked).toEqual(['nobody 1', 'other 1', 'owner 1', 'officer 2']);
  });

  it('shows whoever is let through and should not be', async () => {
    const verdicts = await verdictsOf(
      row,
      things((caller) => caller !== 'nobody'),
    );
    expect(verdicts).toEqual({ nobody: '403', owner: '409', other: '200', officer: '200' });
  });

  it('tells of a list whether the target is in it', async () => {
    const list = oneRow('GET /v1/things mine 401 in out out');
    const make = () => Promise.resolve({ id: 'x1' });
    const ask = (_: AuthorityRow, caller: string) =>
      Promise.resolve(
        caller === 'nobody' ? answer(401) : answer(200, { items: caller === 'owner' ? [{ id: 'x1' }] : [] }),
      );
    expect(await verdictsOf(list, { make, ask })).toEqual(list.verdicts);
  });
});
