import { type ModulesContainer } from '@nestjs/core';
import { jobOf, type JobOptions } from './job.js';

/** A job with the method that does it. */
export interface DeclaredJob extends JobOptions {
  readonly run: (data: unknown) => Promise<unknown>;
}

/** Every job of the service. @throws TypeError when two have one name */
export function declaredJobs(modules: ModulesContainer): DeclaredJob[] {
  const instances = [...modules.values()].flatMap((module) =>
    [...module.providers.values()].map(({ instance }): unknown => instance),
  );
  const jobs = [...new Set(instances)].filter(isObject).flatMap(jobsIn);
  const double = jobs.find(({ name }, index) => jobs.findIndex((job) => job.name === name) !== index);
  if (double !== undefined) throw new TypeError(`two jobs are called ${double.name}`);
  return jobs;
}

function jobsIn(instance: object): DeclaredJob[] {
  const prototype = Object.getPrototypeOf(instance) as Record<string, unknown> | null;
  const names = prototype === null ? [] : Object.getOwnPropertyNames(prototype);
  return names.flatMap((name) => {
    const method = Object.getOwnPropertyDescriptor(prototype, name)?.value as unknown;
    const options = jobOf(method);
    if (options === undefined || typeof method !== 'function') return [];
    const run = (data: unknown) =>
      Promise.resolve().then(() => (method as (data: unknown) => unknown).call(instance, data));
    return [{ ...options, run }];
  });
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
