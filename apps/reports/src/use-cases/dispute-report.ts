import { Injectable } from '@nestjs/common';
import { dispute } from '../domain/judge.js';
import { type Order, TakeStep } from './take-step.js';

/** The reporter does not agree: the work goes on. */
@Injectable()
export class DisputeReport {
  constructor(private readonly steps: TakeStep) {}

  execute(order: Order & { note: string }) {
    return this.steps.take(order, (report, by) => dispute(report, { ...by, note: order.note }));
  }
}
