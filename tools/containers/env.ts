/** The name of a service's variable among those of others: `REPORTS_DATABASE_URL`. */
export function sharedName(service: string, variable: string): string {
  return `${service.replaceAll('-', '_').toUpperCase()}_${variable}`;
}

/** Lines of a `.env` file. In single quotes nothing is expanded; no secret of ours holds one. */
export function envFile(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}='${value}'\n`)
    .join('');
}

/** The password in a database's address. */
export function passwordIn(databaseUrl: string): string {
  return decodeURIComponent(new URL(databaseUrl).password);
}
