import { isTest, type Rule } from '../rule.js';
import { type SourceFile, type SourceTree } from '../source-tree.js';

/** Projects whose folders still lead in circles. None may join them, and one that is mended leaves the list. */
export const CIRCULAR: readonly string[] = ['tools'];

export const foldersAreAcyclic: Rule = {
  id: 'folders-are-acyclic',
  says: 'No folder leads back to itself by the imports of its files; tables of contents (modules, index.ts) aside',
  appliesTo: (path) => hasRooms(path) && !CIRCULAR.includes(projectOf(path)),
  *subjects({ path, imports }, tree) {
    for (const { target, line } of imports) {
      if (!leadsOut(path, target)) continue;
      const way = wayBack(roomOf(target), roomOf(path), doorsOf(tree));
      yield { line, breaks: way && `closes the circle of folders ${[roomOf(path), ...way].join(' → ')}` };
    }
  },
};

/** The projects of that list whose folders lead in circles no more. */
export function mendedProjects(tree: SourceTree): string[] {
  const doors = doorsOf(tree);
  const circular = [...doors].filter(([room, next]) => [...next].some((each) => wayBack(each, room, doors)));
  const projects = new Set(circular.map(([room]) => projectOf(`${room}/`)));
  return CIRCULAR.filter((project) => !projects.has(project));
}

/** What lists the parts of a feature or a package holds no code of its own, and stands above its neighbours. */
const CONTENTS = /\/(index|main|[\w-]+\.module)\.ts$/;

function hasRooms(path: string): boolean {
  return /^((apps|libs)\/[^/]+\/src|tools)\//.test(path) && !isTest(path) && !CONTENTS.test(path);
}

function projectOf(path: string): string {
  return path.startsWith('tools/') ? 'tools' : path.split('/', 2).join('/');
}

/** A file's folder; a file that stands in no folder of its project is by itself. */
function roomOf(path: string): string {
  const folder = path.slice(0, path.lastIndexOf('/'));
  return /^(tools|(apps|libs)\/[^/]+\/src)$/.test(folder) ? path : folder;
}

function leadsOut(path: string, target: string | undefined): target is string {
  return (
    target !== undefined && hasRooms(target) && projectOf(target) === projectOf(path) && roomOf(target) !== roomOf(path)
  );
}

type Doors = ReadonlyMap<string, ReadonlySet<string>>;

const known = new WeakMap<SourceTree, Doors>();

/** Which folders each folder imports from. */
function doorsOf(tree: SourceTree): Doors {
  const before = known.get(tree);
  if (before) return before;
  const doors = new Map<string, Set<string>>();
  for (const file of tree.values()) addDoors(doors, file);
  known.set(tree, doors);
  return doors;
}

function addDoors(doors: Map<string, Set<string>>, { path, imports }: SourceFile): void {
  if (!hasRooms(path)) return;
  const own = doors.get(roomOf(path)) ?? new Set();
  doors.set(roomOf(path), own);
  for (const { target } of imports) if (leadsOut(path, target)) own.add(roomOf(target));
}

/** The shortest way from one folder to another, both ends included. */
function wayBack(from: string, to: string, doors: Doors): string[] | undefined {
  const ways = new Map([[from, [from]]]);
  for (const [current, way] of ways) {
    if (current === to) return way;
    for (const next of doors.get(current) ?? []) if (!ways.has(next)) ways.set(next, [...way, next]);
  }
  return undefined;
}
