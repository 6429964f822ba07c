import { Module } from '@nestjs/common';
import { ForgetHourly } from './use-cases/forget-hourly.js';
import { ForgetOldNotices } from './use-cases/forget-old-notices.js';

/** Nothing is kept for ever. */
@Module({ providers: [ForgetOldNotices, ForgetHourly] })
export class RetentionModule {}
