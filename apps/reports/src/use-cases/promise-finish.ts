import { Injectable } from '@nestjs/common';
import { promise } from '../domain/work.js';
import { type Order, TakeStep } from './take-step.js';

/** The executor promises a day. */
@Injectable()
export class PromiseFinish {
  constructor(private readonly steps: TakeStep) {}

  execute(order: Order & { finishBy: string }) {
    return this.steps.take(order, (report, by) => promise(report, { ...by, finishBy: order.finishBy }));
  }
}
