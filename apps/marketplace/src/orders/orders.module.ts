import { Module } from '@nestjs/common';
import { FulfillingController } from './http/fulfilling.controller.js';
import { OrdersController } from './http/orders.controller.js';
import { FindOrder } from './queries/find-order.js';
import { ListOrders } from './queries/list-orders.js';
import { FollowOrder } from './use-cases/follow-order.js';
import { FulfilOrder } from './use-cases/fulfil-order.js';
import { WatchDeadlines } from './use-cases/watch-deadlines.js';

/** Orders, from the payment to the hand-over: what buyer and seller do, and what happens when they do not. */
@Module({
  controllers: [OrdersController, FulfillingController],
  providers: [FulfilOrder, FollowOrder, WatchDeadlines, ListOrders, FindOrder],
})
export class OrdersModule {}
