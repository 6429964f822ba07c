import { type HttpAnswer } from './http-client.js';

/** One line of an authority matrix: what each caller gets from one route, asked about one kind of target. */
export interface AuthorityRow {
  /** As the OpenAPI document names it: `POST /v1/reports/{id}/start`. */
  readonly route: string;
  /** The relationship between target and callers, in the words of the spec. */
  readonly target: string;
  /** By caller: a status, or for lists `in` and `out`: 200, and the target is in the answer or not. */
  readonly verdicts: Readonly<Record<string, string>>;
}

/** How a spec makes what a row is about, and asks for it. */
export interface AuthorityAttempts<Target extends { readonly id: string }> {
  /** A new target in the state in which the route is legal for the right caller. */
  readonly make: (row: AuthorityRow) => Promise<Target>;
  readonly ask: (row: AuthorityRow, caller: string, target: Target) => Promise<HttpAnswer>;
}

export interface ApiDocument {
  readonly paths: Readonly<Record<string, object>>;
}

const METHODS = ['get', 'put', 'post', 'delete', 'patch', 'head', 'options'];
const GRANTED = /^(2\d\d|in|out)$/;
const VERDICT = /^([2-5]\d\d|in|out)$/;

/**
 * Reads a matrix that is written as a table: a head of `route target <caller> …`, then lines such as
 * `POST /v1/reports/{id}/start waiting 401 403 200`. Empty lines are for the eye.
 *
 * @throws Error for a line that does not fit the head, stands there twice, or lets nobody through: refusals prove
 * something only when the right caller is let through on the same target
 */
export function authorityMatrix(table: string): readonly AuthorityRow[] {
  const [head, ...lines] = table.split('\n').filter((line) => line.trim() !== '');
  const callers = cellsOf(head ?? '').slice(2);
  const rows = lines.map((line) => rowOf(line, callers));
  const names = rows.map(({ route, target }) => `${route} ${target}`);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new Error(`twice in the matrix: ${twice}`);
  return rows;
}

function rowOf(line: string, callers: readonly string[]): AuthorityRow {
  const [method = '', path = '', target = '', ...cells] = cellsOf(line);
  if (cells.length !== callers.length || !cells.every((cell) => VERDICT.test(cell))) {
    throw new Error(`one verdict for each of ${callers.join(', ')} is needed: ${line}`);
  }
  if (!cells.some((cell) => GRANTED.test(cell))) throw new Error(`lets nobody through: ${line}`);
  const verdicts = Object.fromEntries(callers.map((caller, index) => [caller, cells[index] ?? '']));
  return { route: `${method} ${path}`, target, verdicts };
}

const cellsOf = (line: string): string[] => line.trim().split(/\s+/);

/**
 * Tries all callers of a row. Who is to be refused goes first, on one target; on that very target the first of those
 * to be let through follows, so that it was authority alone that the others lacked. Each further one gets its own,
 * unless the route only reads.
 *
 * @returns what each caller got, to be compared with the row's verdicts
 */
export async function verdictsOf<Target extends { readonly id: string }>(
  row: AuthorityRow,
  { make, ask }: AuthorityAttempts<Target>,
): Promise<Record<string, string>> {
  const callers = Object.keys(row.verdicts);
  const granted = callers.filter((caller) => GRANTED.test(row.verdicts[caller] ?? ''));
  const refused = callers.filter((caller) => !granted.includes(caller));
  const verdicts: Record<string, string> = {};
  const attempt = async (caller: string, target: Target) => {
    verdicts[caller] = verdictOf(row, target, await ask(row, caller, target));
  };
  const first = await make(row);
  await Promise.all(refused.map((caller) => attempt(caller, first)));
  const again = row.route.startsWith('GET ') ? () => first : () => make(row);
  for (const caller of granted) await attempt(caller, caller === granted[0] ? first : await again());
  return verdicts;
}

function verdictOf({ verdicts }: AuthorityRow, target: { readonly id: string }, { status, body }: HttpAnswer): string {
  const isList = Object.values(verdicts).some((verdict) => verdict === 'in' || verdict === 'out');
  if (!isList || status !== 200) return String(status);
  return JSON.stringify(body).includes(target.id) ? 'in' : 'out';
}

/** Where a matrix and the service's OpenAPI document do not name the same routes. Both are to be empty. */
export function routeGaps(
  matrix: readonly AuthorityRow[],
  { paths }: ApiDocument,
): { readonly notInMatrix: string[]; readonly notInDocument: string[] } {
  const documented = Object.entries(paths).flatMap(([path, operations]) =>
    Object.keys(operations)
      .filter((method) => METHODS.includes(method))
      .map((method) => `${method.toUpperCase()} ${path}`),
  );
  const tried = [...new Set(matrix.map(({ route }) => route))];
  return {
    notInMatrix: documented.filter((route) => !tried.includes(route)),
    notInDocument: tried.filter((route) => !documented.includes(route)),
  };
}
