import { Module } from '@nestjs/common';
import { Acquirer } from './acquirer.js';

/** Who collects QRIS payments for the platform. */
@Module({ providers: [Acquirer], exports: [Acquirer] })
export class AcquirerModule {}
