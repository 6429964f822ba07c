import { CannotStart } from '@jaki/testing/embedded';

/** One sentence for a person: what is wrong and what to do. Only what nobody foresaw comes with its stack. */
export function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof CannotStart) return error.message;
  const { code, path } = error as NodeJS.ErrnoException;
  if (code === 'ENOSPC') return `The disk is full${path === undefined ? '' : ` (${path})`}: make room and start again.`;
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return `${path ?? 'A file'} cannot be used (${code}): give yourself the right, or set JAKI_DATA to another folder.`;
  }
  if (code === 'EADDRINUSE') {
    return `Port ${String((error as { port?: number }).port)} was taken meanwhile: stop what listens there and start again.`;
  }
  return `This should not happen: ${error.stack ?? error.message}`;
}
