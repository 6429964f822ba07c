import { Module } from '@nestjs/common';
import { ForgetOldNotices } from './use-cases/forget-old-notices.js';

/** Nothing is kept for ever. */
@Module({ providers: [ForgetOldNotices] })
export class RetentionModule {}
