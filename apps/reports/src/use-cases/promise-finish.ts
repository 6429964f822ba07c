import { Injectable } from '@nestjs/common';
import { City } from '../city.js';
import { promise } from '../domain/work.js';
import { type Order, TakeStep } from './take-step.js';

/** The executor promises a day. */
@Injectable()
export class PromiseFinish {
  constructor(
    private readonly steps: TakeStep,
    private readonly city: City,
  ) {}

  execute(order: Order & { finishBy: string }) {
    return this.steps.take(order, (report, by) =>
      promise(report, { ...by, finishBy: order.finishBy, today: this.city.dayOf(by.at) }),
    );
  }
}
