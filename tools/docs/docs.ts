// npm run docs: writes docs/generated from the code. With --check it writes nothing and fails when a page is stale.
import { readTree } from '../architecture/source-tree.js';
import { stale, write } from './folder.js';
import { pages } from './pages/index.js';

const root = new URL('../../', import.meta.url).pathname;
const folder = `${root}docs/generated`;
const made = await pages(readTree(root));

if (process.argv.includes('--check')) {
  const old = stale(folder, made);
  if (old.length > 0) {
    console.error(`not as the code says: docs/generated/${old.join(', docs/generated/')}\nrun: npm run docs`);
    process.exitCode = 1;
  }
} else {
  write(folder, made);
  console.log(`docs/generated: ${made.length} files`);
}
