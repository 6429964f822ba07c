import { Injectable } from '@nestjs/common';
import { start } from '../domain/work.js';
import { type Order, TakeStep } from './take-step.js';

/** The holder begins the work. */
@Injectable()
export class StartWork {
  constructor(private readonly steps: TakeStep) {}

  execute(order: Order) {
    return this.steps.take(order, start);
  }
}
