import { type Row } from '../row.js';
import { diskFull } from './disk-full.js';

export const kafkaDiskFull: Row = {
  number: 14,
  fault: 'disk full under Kafka (a small tmpfs; for root)',
  holds: 'writes stay 2xx; after space, no loss',
  async run(stage) {
    await diskFull(stage, { name: 'kafka', disk: stage.rig.smallDisk('kafka') });
    const unanswered = stage.load.operations.filter(({ outcome }) => outcome === 'unknown');
    stage.require('every write is answered', unanswered.length === 0, unanswered.map(({ why }) => why).join(' '));
  },
};
