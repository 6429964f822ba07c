// npm run pack:libraries -- FOLDER: builds and packs the libraries that others may install, and puts the tarballs there.
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { packLibraries } from './pack.js';

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  console.error('Say where the tarballs should go: npm run pack:libraries -- FOLDER');
  process.exitCode = 1;
} else {
  const inside = mkdtempSync(join(tmpdir(), 'jaki-pack-'));
  try {
    mkdirSync(folder, { recursive: true });
    for (const { path } of await packLibraries(inside)) {
      copyFileSync(path, join(folder, basename(path)));
      console.log(join(folder, basename(path)));
    }
  } finally {
    rmSync(inside, { recursive: true });
  }
}
