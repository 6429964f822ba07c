/**
 * Calls back once when the program that started this one is gone. npm dies of a SIGTERM without passing it on: all that
 * the launcher then sees is that it has another parent.
 *
 * @param every milliseconds between two looks
 */
export function onOrphaned(callback: () => void, every = 500): void {
  const parent = process.ppid;
  const look = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(look);
    callback();
  }, every);
  look.unref();
}
