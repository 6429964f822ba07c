import { SetMetadata } from '@nestjs/common';

/** What is to be known of a job before it runs. */
export interface JobOptions {
  /** Within the service; it names the job's queue, log lines and metric. */
  readonly name: string;
  /** When it runs by itself, `minute hour day month weekday` in UTC; without it, only when it is added. */
  readonly cron?: string;
}

const JOB = 'jaki:job';

/**
 * The method does a job: by a timetable, or when `Jobs.add` asks for it, with what was given there. Of all instances one
 * does each run. It may run again after a crash or a failure, so it must be harmless twice; one that throws is tried
 * again three times, later and later.
 */
export function Job(options: JobOptions): MethodDecorator {
  return SetMetadata(JOB, options);
}

/** What a method was declared with; undefined when it is no job. */
export function jobOf(method: unknown): JobOptions | undefined {
  return typeof method === 'function' ? (Reflect.getMetadata(JOB, method) as JobOptions | undefined) : undefined;
}
