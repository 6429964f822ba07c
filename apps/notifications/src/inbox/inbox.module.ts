import { Module } from '@nestjs/common';
import { CryptoModule } from '../crypto/crypto.module.js';
import { TextsModule } from '../texts/texts.module.js';
import { InboxController } from './http/inbox.controller.js';
import { CountUnread } from './queries/count-unread.js';
import { ListInbox } from './queries/list-inbox.js';
import { ReadNotice } from './use-cases/read-notice.js';
import { ReadUpTo } from './use-cases/read-up-to.js';

/** What a reader does with an inbox. */
@Module({
  imports: [CryptoModule, TextsModule],
  controllers: [InboxController],
  providers: [ListInbox, CountUnread, ReadNotice, ReadUpTo],
})
export class InboxModule {}
