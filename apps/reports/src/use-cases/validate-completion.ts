import { Injectable } from '@nestjs/common';
import { validate } from '../domain/judge.js';
import { type Order, TakeStep } from './take-step.js';

/** A validator agrees that the work is done. */
@Injectable()
export class ValidateCompletion {
  constructor(private readonly steps: TakeStep) {}

  execute(order: Order) {
    return this.steps.take(order, validate);
  }
}
