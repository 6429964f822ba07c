import { Injectable } from '@nestjs/common';
import { confirm } from '../domain/judge.js';
import { type Order, TakeStep } from './take-step.js';

/** The reporter agrees: the report is closed. */
@Injectable()
export class ConfirmReport {
  constructor(private readonly steps: TakeStep) {}

  execute(order: Order) {
    return this.steps.take(order, confirm);
  }
}
