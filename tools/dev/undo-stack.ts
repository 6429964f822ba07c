/** What was started, to be stopped in the opposite order, also when the start breaks off half way. */
export class UndoStack {
  private readonly steps: (() => Promise<unknown>)[] = [];
  private unwinding: Promise<void> | undefined;

  push(step: () => Promise<unknown>): void {
    this.steps.push(step);
  }

  /** Once, however often it is asked for. A step that fails does not keep the others from being taken. */
  unwind(): Promise<void> {
    return (this.unwinding ??= this.takeAll());
  }

  private async takeAll(): Promise<void> {
    const failures: unknown[] = [];
    for (let step = this.steps.pop(); step; step = this.steps.pop())
      await step().catch((error: unknown) => failures.push(error));
    if (failures.length > 0) throw new AggregateError(failures, 'not all could be stopped in order');
  }
}
