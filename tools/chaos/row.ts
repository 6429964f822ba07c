import { type ExpectedDeath } from './count/dead-letters-counted.js';
import { settled } from './count/settled.js';
import { type Load } from './load/load.js';
import { type People } from './load/people.js';
import { type Random } from './random.js';
import { type Rig } from './rig/rig.js';

/** One fault, and what must hold beyond the counting. A file of its own in `rows/`. */
export interface Row {
  readonly number: number;
  readonly fault: string;
  readonly holds: string;
  /** How many seeds a run in full takes it through, one after the other. Default 1. */
  readonly seeds?: number;
  /** Whether CI runs it, in short form. */
  readonly inCi?: boolean;
  /** Breaks something and heals it. What follows, waiting and counting, is the same for every row. */
  run(stage: Stage): Promise<void>;
}

export interface Observation {
  readonly what: string;
  readonly value: number;
  /** Below it the fault cannot be said to have happened: the row is red. */
  readonly least: number;
}

/** What a row works with, and where it says what it saw. */
export class Stage {
  readonly observations: Observation[] = [];
  readonly complaints: string[] = [];
  readonly notes: string[] = [];
  /** Messages that must end as dead letters. */
  readonly deaths: ExpectedDeath[] = [];
  /** Aggregates that only exist in events which the row wrote itself. */
  readonly forged = new Set<string>();
  /** When the fault ended, for rows whose recovery is worth timing. */
  healedAt: number | undefined;

  constructor(
    readonly rig: Rig,
    readonly load: Load,
    readonly people: People,
    readonly random: Random,
    readonly short: boolean,
    private readonly patience: number,
  ) {}

  /** The first in short form, else the second. */
  either<Value>(short: Value, full: Value): Value {
    return this.short ? short : full;
  }

  /** Waits until nothing is on its way any more, in the middle of a row. What is left is for the counting to find. */
  async settle(): Promise<void> {
    await settled(this.rig, this.patience);
  }

  /** People get new tokens if theirs are old. Says so when they were refused first. */
  async freshen(): Promise<void> {
    const refused = await this.people.freshen();
    if (refused > 0) this.note(`people got new tokens at attempt ${refused + 1}`);
  }

  /** A sign that the fault happened. @param least default: once */
  observe(what: string, value: number, least = 1): void {
    this.observations.push({ what, value, least });
  }

  /** The fault is over: from here on the recovery is timed. */
  healed(): void {
    this.healedAt = Date.now();
  }

  /** What must hold beyond the counting. */
  require(rule: string, holds: boolean, seen: string | number = ''): void {
    if (!holds) this.complaints.push(`${rule}${seen === '' ? '' : `: ${seen}`}`);
  }

  /** Worth knowing, right or wrong. */
  note(text: string): void {
    this.notes.push(text);
  }
}
