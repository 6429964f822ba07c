import { Module } from '@nestjs/common';
import { TellingModule } from '../telling/telling.module.js';
import { OnNews } from './events/on-news.js';

/** What other services announce, and whom it concerns: a folder for each of them. */
@Module({ imports: [TellingModule], controllers: [OnNews] })
export class SourcesModule {}
