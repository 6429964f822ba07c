import { SetMetadata } from '@nestjs/common';

/** What is to be known of a sweep before it runs. */
export interface SweepOptions {
  /** Within the service; it names the sweep's log lines and metric. */
  readonly name: string;
  /** Milliseconds between two looks that find nothing; one second unless told. */
  readonly every?: number;
}

const SWEEP = 'jaki:sweep';

/**
 * The method does what is due, a batch at a time, and answers how many it did; as long as it finds some it is called again
 * at once. For deadlines that stand in a row, where a job of a timetable (`@Job`) would be too late or too dear. Every
 * instance of the service sweeps at the same time, and may die in the middle: each row is looked at again under its lock, or
 * claimed by moving its time on (`SKIP LOCKED`), so that it is done once. `EachApart` keeps one that fails from the others.
 */
export function Sweep(options: SweepOptions): MethodDecorator {
  return SetMetadata(SWEEP, options);
}

/** What a method was declared with; undefined when it is no sweep. */
export function sweepOf(method: unknown): SweepOptions | undefined {
  return typeof method === 'function' ? (Reflect.getMetadata(SWEEP, method) as SweepOptions | undefined) : undefined;
}
