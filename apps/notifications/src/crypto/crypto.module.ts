import { Module } from '@nestjs/common';
import { References } from './references.js';
import { Seals } from './seals.js';

/** What is unreadable to others: seals that come in, references that are kept. */
@Module({ providers: [Seals, References], exports: [Seals, References] })
export class CryptoModule {}
