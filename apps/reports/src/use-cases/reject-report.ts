import { Injectable } from '@nestjs/common';
import { City } from '../city.js';
import { reject } from '../domain/pass-on.js';
import { type Order, TakeStep } from './take-step.js';

/** The report is refused as such, for one of the city's reasons. */
@Injectable()
export class RejectReport {
  constructor(
    private readonly steps: TakeStep,
    private readonly city: City,
  ) {}

  execute(order: Order & { reason: string }) {
    this.city.requireReason(order.reason);
    return this.steps.take(order, (report, by) => reject(report, { ...by, reason: order.reason }));
  }
}
