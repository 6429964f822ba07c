import { Module } from '@nestjs/common';
import { PlatformModule } from '@jaki/platform';
import { InboxModule } from './inbox/inbox.module.js';
import { RetentionModule } from './retention/retention.module.js';
import { notifications } from './service.js';
import { SourcesModule } from './sources/sources.module.js';
import { TellingModule } from './telling/telling.module.js';

/** Tells people and organisations what became of what concerns them. */
@Module({
  imports: [PlatformModule.forService(notifications), SourcesModule, TellingModule, InboxModule, RetentionModule],
})
export class AppModule {}
