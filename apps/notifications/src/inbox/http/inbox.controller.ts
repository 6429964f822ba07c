import { Body, Controller, Get, Headers, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiHeader, ApiOkResponse } from '@nestjs/swagger';
import {
  Caller,
  NaturallyIdempotent,
  type Page,
  page,
  type Principal,
  readCursor,
  Requires,
  UuidPipe,
} from '@jaki/platform';
import { localeOf } from '../../texts/locale.js';
import { CountUnread } from '../queries/count-unread.js';
import { ListInbox } from '../queries/list-inbox.js';
import { InboxView, type NoticeView, noticeView, type UnreadView } from '../queries/views.dto.js';
import { ReadNotice } from '../use-cases/read-notice.js';
import { ReadUpTo } from '../use-cases/read-up-to.js';
import { InboxQuery, ReadUpToDto } from './inbox.dto.js';
import { inboxOf } from './inbox-owner.js';

/** The caller's own inbox or, while acting for an organisation, that organisation's. */
@Controller('v1/inbox')
@Requires('citizen', 'channel', 'officer', 'validator')
export class InboxController {
  constructor(
    private readonly listInbox: ListInbox,
    private readonly countUnread: CountUnread,
    private readonly readNotice: ReadNotice,
    private readonly readUpTo: ReadUpTo,
  ) {}

  /** The inbox, newest first */
  @Get()
  @ApiOkResponse({ type: InboxView })
  @ApiHeader({ name: 'accept-language', required: false, description: '`id` (the default) or `en`' })
  async list(
    @Caller() caller: Principal,
    @Query() { limit, cursor }: InboxQuery,
    @Headers('accept-language') language?: string,
  ): Promise<Page<NoticeView>> {
    const before = readCursor(cursor, { sequence: 'integer' });
    const inbox = { recipientId: inboxOf(caller), locale: localeOf(language), limit: limit + 1 };
    const notices = await this.listInbox.execute({ ...inbox, before: before && Number(before.sequence) });
    return page(notices.map(noticeView), limit, ({ sequence }) => ({ sequence }));
  }

  /** How many notices are not read yet */
  @Get('unread-count')
  async unread(@Caller() caller: Principal): Promise<UnreadView> {
    return { unread: await this.countUnread.execute(inboxOf(caller)) };
  }

  /** Mark one notice as read; again changes nothing */
  @Post(':noticeId/read')
  @NaturallyIdempotent('what is read stays read, since the first time')
  @HttpCode(204)
  async read(@Caller() caller: Principal, @Param('noticeId', UuidPipe) noticeId: string): Promise<void> {
    await this.readNotice.execute({ recipientId: inboxOf(caller), noticeId });
  }

  /** Mark all up to a sequence as read; what came since stays unread */
  @Post('read-up-to')
  @NaturallyIdempotent('it names the sequence up to which, and what is read stays read')
  @HttpCode(204)
  async readAllUpTo(@Caller() caller: Principal, @Body() { sequence }: ReadUpToDto): Promise<void> {
    await this.readUpTo.execute({ recipientId: inboxOf(caller), sequence });
  }
}
