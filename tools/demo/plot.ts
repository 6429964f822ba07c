/** An event of one of a plot's subjects: `report.filed` is the event `filed` of the subject `report`. */
export type Happening<Subject extends string = string> = `${Subject}.${string}`;

/** What one act of a story must bring about. */
export interface Expectation<Role extends string = string, Subject extends string = string> {
  /** In the order of each subject. Between two subjects none is promised: they lie in different streams. */
  readonly events: readonly Happening<Subject>[];
  /** Who must be told, and of which of these events. */
  readonly notices: Readonly<Partial<Record<Role, readonly Happening<Subject>[]>>>;
}

/** What a story promises, for the verdict. */
export interface Plot<Role extends string = string, Subject extends string = string> {
  /** Who plays. */
  readonly cast: Readonly<Record<Role, { readonly title: string; readonly phone: string }>>;
  /** What is followed, each with the name of its stream without its version, such as `reports.report`. */
  readonly subjects: Readonly<Record<Subject, string>>;
  readonly expected: Readonly<Record<string, Expectation<Role, Subject>>>;
  /** How much of what must be found at the end, in databases for instance. */
  readonly figures: Readonly<Record<string, number>>;
}

export const rolesOf = (plot: Plot): string[] => Object.keys(plot.cast);
export const subjectsOf = (plot: Plot): string[] => Object.keys(plot.subjects);
export const topicsOf = (plot: Plot): string[] =>
  [...new Set(Object.values(plot.subjects))].map((name) => `${name}.v1`);

/** @throws RangeError when the happening's subject is none of the plot's */
export function eventType({ subjects }: Plot, happening: Happening): string {
  const [subject, name] = parts(happening);
  const stream = subjects[subject];
  if (stream === undefined) throw new RangeError(`${happening} happens to none of ${Object.keys(subjects).join(', ')}`);
  return `${stream}.${name}.v1`;
}

/** The types of the events that a subject must have after these acts. */
export function eventsOf(plot: Plot, acts: readonly Expectation[], subject: string): string[] {
  const happenings = acts.flatMap(({ events }) => events);
  return happenings.filter((each) => parts(each)[0] === subject).map((each) => eventType(plot, each));
}

/** The types of the events that an inbox must tell of after these acts. */
export function noticesOf(plot: Plot, acts: readonly Expectation[], role: string): string[] {
  return acts.flatMap(({ notices }) => notices[role] ?? []).map((each) => eventType(plot, each));
}

function parts(happening: Happening): [subject: string, name: string] {
  const [subject = '', name = ''] = happening.split('.');
  return [subject, name];
}
