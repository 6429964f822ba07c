import { onOrphaned } from '../orphaned.js';

onOrphaned(() => {
  process.stdout.write('orphaned\n');
  process.exit(0);
}, 50);
process.stdout.write('running\n');
setTimeout(() => process.exit(1), 30_000);
