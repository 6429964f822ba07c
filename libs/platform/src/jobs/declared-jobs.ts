import { type ModulesContainer } from '@nestjs/core';
import { declaredMethods, refuseDoubles } from './declared.js';
import { jobOf, type JobOptions } from './job.js';

/** A job with the method that does it. */
export interface DeclaredJob extends JobOptions {
  readonly run: (data: unknown) => Promise<unknown>;
}

/** Every job of the service. @throws TypeError when two have one name */
export function declaredJobs(modules: ModulesContainer): DeclaredJob[] {
  const jobs = declaredMethods(modules, jobOf).map(({ options, run }) => ({ ...options, run }));
  refuseDoubles(
    'jobs',
    jobs.map(({ name }) => name),
  );
  return jobs;
}
