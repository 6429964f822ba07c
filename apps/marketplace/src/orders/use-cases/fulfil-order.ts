import { Injectable } from '@nestjs/common';
import { type ReasonedRequest, Steps, type StepTaken } from '@jaki/platform';
import type { Actor } from '../../businesses/domain/business.js';
import { accept, callOff, decline, handOver, makeReady } from '../../order/domain/decisions.js';
import type { Order, OrderDecision } from '../../order/domain/order.js';
import { type By } from '../../order/domain/workflow.js';
import { followed, orderSteps, type StepRequest } from '../steps.js';

/** What a seller does about an order. */
@Injectable()
export class FulfilOrder {
  constructor(private readonly steps: Steps) {}

  accept(request: StepRequest): Promise<StepTaken> {
    return this.#take(request, accept);
  }

  /** The money goes back. */
  decline(request: ReasonedRequest<Actor>): Promise<StepTaken> {
    return this.#take(request, decline);
  }

  makeReady(request: StepRequest): Promise<StepTaken> {
    return this.#take(request, makeReady);
  }

  /** The money goes back. */
  callOff(request: ReasonedRequest<Actor>): Promise<StepTaken> {
    return this.#take(request, callOff);
  }

  /** @throws WrongPickupCode */
  handOver(request: StepRequest & { readonly code: string }): Promise<StepTaken> {
    return this.#take(request, (order, by) => handOver(order, { ...by, code: request.code }));
  }

  #take(request: StepRequest, decide: (order: Order, by: By) => OrderDecision): Promise<StepTaken> {
    return this.steps.take(orderSteps, request, (deal, by) => followed(deal, decide(deal.order, by), by.at));
  }
}
