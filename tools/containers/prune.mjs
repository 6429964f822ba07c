// Lays out what one service needs in production: `node tools/containers/prune.mjs <app> <folder>`, after `tsc -b`.
// Plain JavaScript without packages, so that the Dockerfile and the proof outside of a container run the same file.
import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const RUN_WITH = ['dist', 'data', 'prisma/migrations'];
const FOR_COMPILERS_ONLY = /\.d\.ts$|\.map$|\.tsbuildinfo$/;

const [app, folder] = process.argv.slice(2);
const workspaces = await readWorkspaces();
if (!workspaces.has(`@jaki/${app}`) || folder === undefined) {
  console.error('Say which service and where to: node tools/containers/prune.mjs reports /tmp/reports');
  process.exit(1);
}

await writeManifest('package.json');
for (const name of ['package-lock.json', '.npmrc']) await copy(name);
for (const name of neededBy(`@jaki/${app}`)) {
  const { place } = workspaces.get(name);
  await writeManifest(join(place, 'package.json'));
  for (const part of RUN_WITH) await copy(join(place, part));
}

// Without development dependencies: `npm ci --omit=dev` keeps those that are a production dependency of anyone else.
async function writeManifest(path) {
  const manifest = JSON.parse(await readFile(join(root, path), 'utf8'));
  delete manifest.devDependencies;
  await mkdir(join(folder, dirname(path)), { recursive: true });
  await writeFile(join(folder, path), JSON.stringify(manifest, undefined, 2));
}

async function readWorkspaces() {
  const parents = await Promise.all(
    ['libs', 'apps'].map(async (kind) => (await readdir(join(root, kind))).map((name) => join(kind, name))),
  );
  const found = await Promise.all(
    [...parents.flat(), 'tools'].map(async (place) => {
      const text = await readFile(join(root, place, 'package.json'), 'utf8').catch(() => undefined);
      return text === undefined ? [] : [{ place, manifest: JSON.parse(text) }];
    }),
  );
  return new Map(found.flat().map((workspace) => [workspace.manifest.name, workspace]));
}

function neededBy(name, seen = new Set()) {
  if (seen.has(name) || !workspaces.has(name)) return seen;
  seen.add(name);
  for (const dependency of Object.keys(workspaces.get(name).manifest.dependencies ?? {})) neededBy(dependency, seen);
  return seen;
}

async function copy(path) {
  const from = join(root, path);
  const to = join(folder, relative(root, from));
  await mkdir(dirname(to), { recursive: true });
  const filter = (source) => !FOR_COMPILERS_ONLY.test(source);
  await cp(from, to, { recursive: true, filter }).catch((error) => {
    // A library without data or migrations has no such folder; a manifest or a build that is missing is a fault.
    if (error.code !== 'ENOENT' || !/(data|migrations)$/.test(path)) throw error;
  });
}
