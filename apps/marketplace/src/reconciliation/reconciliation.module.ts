import { Module } from '@nestjs/common';
import { AcquirerModule } from '../acquirer/acquirer.module.js';
import { CityModule } from '../city/city.module.js';
import { MoneyFigures } from './figures.js';
import { ReconciliationController } from './http/reconciliation.controller.js';
import { Differences } from './queries/differences.js';
import { ReconcileDay } from './use-cases/reconcile-day.js';

/** Our books against the acquirer's, day by day. */
@Module({
  imports: [AcquirerModule, CityModule],
  controllers: [ReconciliationController],
  providers: [ReconcileDay, Differences, MoneyFigures],
})
export class ReconciliationModule {}
