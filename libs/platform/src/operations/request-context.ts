import { AsyncLocalStorage } from 'node:async_hooks';

const storage = new AsyncLocalStorage<string>();

export const runWithCorrelationId = <T>(id: string, work: () => T): T => storage.run(id, work);
export const currentCorrelationId = (): string | undefined => storage.getStore();
