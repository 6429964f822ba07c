import { DomainError } from './domain-error.js';
import { type OrganisationId } from './ids.js';

/** Who acts, as far as a workflow must know: for which organisation, if for any. */
interface Acting {
  readonly organisation?: { readonly id: OrganisationId };
}

/** Something that goes through states; `version` counts the facts about it. */
interface Living {
  readonly state: string;
  readonly version: number;
}

/** Who takes a step, when, and what they say with it. */
export interface TakenBy<Actor> {
  readonly actor: Actor;
  readonly at: Date;
  readonly note?: string | undefined;
}

/** What every fact of a workflow holds beside what happened. It names organisations, never the person who acted. */
export interface FactStamp {
  /** The subject's version after it. */
  readonly version: number;
  readonly at: Date;
  /** The organisation acted for; absent when a person or the platform acted. */
  readonly organisation?: OrganisationId;
  /** Free text: stays in the database, is in no event. */
  readonly note?: string;
}

/** What people read for a state. */
export interface StateLabel {
  readonly id: string;
  readonly en: string;
}

/** Who may take a step: a rule, and what is answered to those who may not. */
export interface Authority<Actor, Subject> {
  /** True for an actor who may. A step that makes a subject is decided with none. */
  readonly may: (actor: Actor, subject: Subject | undefined) => boolean;
  /** The stable error code for the others: `not_the_holder`. */
  readonly refusal: string;
}

/** One row of a workflow's table. */
export interface WorkflowStep<State extends string = string, Who extends string = string> {
  readonly command: string;
  /** None for the step that makes a subject. */
  readonly from: readonly State[];
  readonly who: readonly [Who, ...Who[]];
  /** What must be given with it, for people. */
  readonly needs: string;
  readonly to: State;
  /** What is told of it, in this order. */
  readonly events: readonly string[];
}

/** The states, authorities and steps of one kind of thing: a report, an order. */
export interface WorkflowTable {
  /** What it is the life of, for people: `report`. */
  readonly subject: string;
  readonly states: Readonly<Record<string, StateLabel>>;
  readonly who: Readonly<Record<string, { readonly refusal: string }>>;
  readonly steps: readonly WorkflowStep[];
}

/** The step is not possible in that state, whoever asks. */
export class IllegalTransition extends DomainError {
  readonly code = 'illegal_transition';
  readonly kind = 'conflict';
  constructor(subject: string, state: string, command: string) {
    super(`The ${subject} is ${state}, which has no step "${command}".`, { state, command });
  }
}

/** The step is possible, but not for this caller; `code` says whose it is. */
export class NotYourStep extends DomainError {
  readonly kind = 'forbidden';
  readonly code: string;
  constructor({ subject, who: all }: Pick<WorkflowTable, 'subject' | 'who'>, { command, who }: WorkflowStep) {
    super(`Only ${who.join(' or ')} may ${command} this ${subject}.`, { command, who });
    this.code = all[who[0]]?.refusal ?? 'forbidden';
  }
}

type StepOf<Table extends WorkflowTable, Command> = Extract<Table['steps'][number], { command: Command }>;

/** The commands of a table. */
export type CommandOf<Table extends WorkflowTable> = Table['steps'][number]['command'];
/** The states that a command starts from. */
type StateBefore<Table extends WorkflowTable, Command> = StepOf<Table, Command>['from'][number];
/** The state that a command leads to. */
type StateAfter<Table extends WorkflowTable, Command> = StepOf<Table, Command>['to'];
/** What a command tells. */
type EventOfStep<Table extends WorkflowTable, Command> = StepOf<Table, Command>['events'][number];

/**
 * A workflow: one table that decisions take their states, their authority and their facts from, that documentation prints
 * and that a test can try every state with every command against.
 */
export interface Workflow<Table extends WorkflowTable, Actor, Subject extends Living> {
  readonly table: Table;
  /** The table's row of a command. */
  stepOf(command: CommandOf<Table>): WorkflowStep;
  /**
   * Opens a step. State comes first: where nobody could take the step, nobody is told that they are the wrong one.
   *
   * @throws IllegalTransition, NotYourStep
   */
  begin<C extends CommandOf<Table>>(
    command: C,
    subject: Subject,
    actor: Actor,
  ): Extract<Subject, { readonly state: StateBefore<Table, C> }>;
  /** Opens the step that makes a subject. @throws NotYourStep */
  beginNew(command: CommandOf<Table>, actor: Actor): void;
  /** Closes a step: the subject after it, and its facts, numbered. The compiler holds both against the table. */
  decide<
    C extends CommandOf<Table>,
    Next extends Extract<Subject, { readonly state: StateAfter<Table, C> }>,
    Body extends { readonly type: EventOfStep<Table, C> },
  >(
    command: C,
    by: TakenBy<Actor>,
    outcome: { readonly next: Next; readonly facts: readonly Body[] },
  ): { readonly next: Next; readonly facts: readonly (Body & FactStamp)[] };
}

/**
 * Makes a workflow of its table; the compiler holds each row against the states and authorities. Who acts on what is said
 * first, the rest follows from the table: `defineWorkflow<Actor, Report>()({ subject: 'report', … })`.
 */
export function defineWorkflow<Actor extends Acting, Subject extends Living>() {
  return <
    const Who extends Readonly<Record<string, Authority<Actor, Subject>>>,
    const Table extends TableOf<Subject, Who>,
  >(
    table: Table & { readonly who: Who },
  ): Workflow<Table, Actor, Subject> => {
    return {
      table,
      stepOf: (command) => findStep(table, command),
      begin: (command, subject, actor) => {
        refuseElsewhere(table, findStep(table, command), subject);
        refuseOthers(table, command, { actor, subject });
        return subject as never;
      },
      beginNew: (command, actor) => refuseOthers(table, command, { actor, subject: undefined }),
      decide: (_command, by, { next, facts }) => ({
        next: { ...next, version: next.version + facts.length },
        facts: stamped(facts, by, next.version),
      }),
    };
  };
}

/** A table with its rules as functions of any actor and subject, which `defineWorkflow` has made sure of. */
interface Ruled extends WorkflowTable {
  readonly who: Readonly<Record<string, { readonly refusal: string; readonly may: (...given: never[]) => boolean }>>;
}

function allowed(table: Ruled, command: string, { actor, subject }: { actor: unknown; subject: unknown }): boolean {
  return findStep(table, command).who.some((name) => table.who[name]?.may(actor as never, subject as never) === true);
}

function refuseOthers(table: Ruled, command: string, asked: { actor: unknown; subject: unknown }): void {
  if (!allowed(table, command, asked)) throw new NotYourStep(table, findStep(table, command));
}

/** A table whose rows name the subject's states and the authorities that it lists. */
interface TableOf<Subject extends Living, Who> {
  readonly subject: string;
  readonly states: Readonly<Record<Subject['state'], StateLabel>>;
  readonly who: Readonly<Record<string, Authority<never, never>>>;
  readonly steps: readonly WorkflowStep<Subject['state'], keyof Who & string>[];
}

function refuseElsewhere({ subject: name }: WorkflowTable, { from, command }: WorkflowStep, { state }: Living): void {
  if (!from.includes(state)) throw new IllegalTransition(name, state, command);
}

/** @throws TypeError when the table has no such command */
function findStep({ subject, steps }: WorkflowTable, command: string): WorkflowStep {
  const step = steps.find((each) => each.command === command);
  if (step === undefined) throw new TypeError(`a ${subject} has no step ${command}`);
  return step;
}

function stamped<Body extends object>(
  facts: readonly Body[],
  { actor, at, note }: TakenBy<Acting>,
  version: number,
): (Body & FactStamp)[] {
  const organisation = actor.organisation && { organisation: actor.organisation.id };
  return facts.map((fact, index) => ({
    ...fact,
    ...organisation,
    // The note belongs to what the actor did, not to what followed from it.
    ...(index === 0 && note !== undefined && { note }),
    version: version + index + 1,
    at,
  }));
}
