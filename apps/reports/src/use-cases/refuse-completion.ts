import { Injectable } from '@nestjs/common';
import { refuse } from '../domain/judge.js';
import { type Order, TakeStep } from './take-step.js';

/** A validator does not agree: the work goes on. */
@Injectable()
export class RefuseCompletion {
  constructor(private readonly steps: TakeStep) {}

  execute(order: Order & { note: string }) {
    return this.steps.take(order, (report, by) => refuse(report, { ...by, note: order.note }));
  }
}
