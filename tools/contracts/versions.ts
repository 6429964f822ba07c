/** Below zero when the first one is older. Versions are `major.minor.patch`. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [parts(a), parts(b)];
  const differing = left.findIndex((part, index) => part !== right[index]);
  return differing === -1 ? 0 : (left[differing] ?? 0) - (right[differing] ?? 0);
}

export function majorOf(version: string): number {
  return parts(version)[0] ?? 0;
}

/** The version after this one: a minor one brings something new, a patch other words only. */
export function versionAfter(version: string, kind: 'minor' | 'patch'): string {
  const [major = 0, minor = 0, patch = 0] = parts(version);
  return kind === 'minor' ? `${major}.${minor + 1}.0` : `${major}.${minor}.${patch + 1}`;
}

function parts(version: string): number[] {
  return version.split('.').map(Number);
}
