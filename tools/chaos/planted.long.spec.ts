import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { queryOnce } from '@jaki/testing/embedded';
import { plantedBugs } from './edits/planted-bugs.js';
import { type OpenGround, openGround } from './ground.js';
import { runRow } from './run-row.js';

const MINUTE = 60_000;
/** A bug that leaves something for ever would otherwise cost a minute. */
const SETTLE_MS = 8_000;

describe('the harness turns red', () => {
  let ground: OpenGround;

  beforeAll(async () => {
    ground = await openGround({ seed: 7, short: true, say: () => undefined });
  }, 3 * MINUTE);
  afterAll(() => (ground as OpenGround | undefined)?.stop(), MINUTE);

  it.each(plantedBugs.map((bug) => ({ ...bug, number: bug.row.number })))(
    'in row $number for: $name',
    async ({ service, edits, sql, row, says }) => {
      if (sql !== undefined) await queryOnce(ground.rig.databaseOf(service), sql);
      await ground.rig.plant(service, edits);
      const { complaints } = await runRow(row, ground, SETTLE_MS);
      await ground.rig.plant(service, []);
      expect(complaints.join('\n')).toMatch(says);
    },
    3 * MINUTE,
  );
});
