import { setTimeout as sleep } from 'node:timers/promises';
import { freezeFor } from '../rig/breaking.js';
import { type Row, type Stage } from '../row.js';

export const identityAway: Row = {
  number: 22,
  fault: 'identity frozen 5 minutes; its keys rotated under load',
  holds: 'no failed request for known tokens',
  async run(stage) {
    const { rig, load, people } = stage;
    await people.renew();
    load.start({ kinds: ['file', 'fileAsCitizen', 'start', 'promise'] });
    await sleep(1_000);
    const { pid } = rig.get('identity').process;
    const milliseconds = stage.either(10_000, 300_000);
    stage.observe('identity seen in state T', await freezeFor(pid === undefined ? [] : [pid], milliseconds));
    const rotated = await rig.rotateSigningKeys();
    await sleep(2_000);
    // From now on with tokens that the new key signed; those of the old one were good until here.
    await people.renew();
    stage.observe('tokens signed by the new key', keyOf(people.tokenOf('channel')) === rotated ? 1 : 0);
    await sleep(stage.either(3_000, 20_000));
    await load.stop();
    stage.healed();
    judge(stage);
  },
};

function judge(stage: Stage): void {
  const failed = stage.load.operations.filter(({ outcome }) => outcome !== 'ok');
  stage.require('no request fails', failed.length === 0, failed.map(({ kind, why }) => `${kind} ${why}`).join(', '));
}

const keyOf = (token: string) =>
  (JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString()) as { kid?: string }).kid;
