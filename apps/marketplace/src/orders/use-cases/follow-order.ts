import { Injectable } from '@nestjs/common';
import { Steps, type StepTaken } from '@jaki/platform';
import { cancel, complete } from '../../order/domain/decisions.js';
import { PayFirst } from '../errors.js';
import { followed, orderSteps, type StepRequest } from '../steps.js';

/** What a buyer does about an order. */
@Injectable()
export class FollowOrder {
  constructor(private readonly steps: Steps) {}

  /** Cancels what is paid and not taken on yet: the money goes back. @throws PayFirst */
  cancel(request: StepRequest): Promise<StepTaken> {
    return this.steps.take(orderSteps, request, (deal, by) => {
      if (deal.order.state === 'awaiting_payment') throw new PayFirst();
      return followed(deal, cancel(deal.order, by), by.at);
    });
  }

  /** Says that it is as it should be: the seller has earned it. */
  complete(request: StepRequest): Promise<StepTaken> {
    return this.steps.take(orderSteps, request, (deal, by) => followed(deal, complete(deal.order, by), by.at));
  }
}
