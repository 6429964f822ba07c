/** What a lock file must not hold: addresses of a registry, which would bind every clone to it. */
export function lockFileFaults(text: string): string[] {
  const { packages } = JSON.parse(text) as { packages: Record<string, { resolved?: string }> };
  return Object.entries(packages).flatMap(([name, { resolved = '' }]) =>
    /^[a-z+]+:\/\//.test(resolved) && !resolved.startsWith('file:') ? [`${name} is bound to ${resolved}`] : [],
  );
}
