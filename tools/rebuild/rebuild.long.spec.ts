import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '@jaki/testing';
import { Home } from '../dev/test/home.js';
import { anyPhone, Newcomer } from '../proof/newcomer.js';

const PATIENCE = { within: 40_000, every: 250 };

describe('npm run rebuild on the machine where the platform was started', () => {
  let home: Home;

  beforeAll(async () => {
    home = await Home.make();
  });
  afterAll(() => home.leave());

  async function rebuild(...words: string[]) {
    const run = home.npm('rebuild', words);
    const code = await run.ended;
    return { code, out: run.output, err: run.errors };
  }

  it('says that there is nothing to rebuild before the first start', async () => {
    const { code, err } = await rebuild('notifications');
    expect({ code, err }).toEqual({
      code: 1,
      err: expect.stringMatching(/^There is nothing to rebuild: .+\n$/) as unknown,
    });
  }, 30_000);

  it('refuses a running platform, starts what it needs of a stopped one, and leaves the rest to the next start', async () => {
    const running = home.npm('start');
    const citizen = await Newcomer.logIn(await running.ready(), anyPhone());
    for (let n = 0; n < 3; n += 1) await citizen.file();
    const told = async () => (await citizen.notices()).map(({ event }) => event);
    await eventually(async () => expect(await told()).toHaveLength(3), PATIENCE);
    await citizen.readUpTo(2);

    const refused = await rebuild('notifications');
    expect(refused).toMatchObject({
      code: 1,
      err: expect.stringMatching(/^The platform already runs from /) as unknown,
    });
    expect(await running.end('SIGINT')).toBe(0);

    const emptied = await rebuild('notifications');
    expect(emptied).toMatchObject({ code: 0, err: '' });
    // Of each report the citizen, the kelurahan and the agency were told.
    expect(emptied.out).toContain('9 notices were dropped, 2 read marks are set aside.');
    const early = await rebuild('notifications', '--finish');
    expect(early).toMatchObject({
      code: 1,
      err: expect.stringMatching(/^No platform runs from .+npm start/) as unknown,
    });

    const again = home.npm('start');
    await again.ready();
    await eventually(async () => expect(await told()).toHaveLength(3), PATIENCE);
    const finished = await rebuild('notifications', '--finish');
    expect(finished).toEqual({ code: 0, err: '', out: '2 read marks are back.\n' });
    expect(await again.end('SIGINT')).toBe(0);
  }, 240_000);
});
