import { type Row } from '../row.js';
import { diskFull } from './disk-full.js';

export const postgresDiskFull: Row = {
  number: 13,
  fault: 'disk full under PostgreSQL (a small tmpfs; for root)',
  holds: 'clean refusals; after space, no loss',
  run: (stage) => diskFull(stage, { name: 'postgres', disk: stage.rig.smallDisk('postgres') }),
};
