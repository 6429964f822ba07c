import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { type InboxNotice } from './list-inbox.js';

export class UnreadView {
  /** Notices not read yet */
  readonly unread!: number;
}

export class SubjectView {
  /** What it is about: `report`; more may come */
  readonly type!: string;
  readonly id!: string;
  /** What people call it, such as a report's number */
  readonly label!: string;
}

export class NoticeView {
  readonly id!: string;
  /** 1, 2, 3 … in this inbox, without a gap */
  readonly sequence!: number;
  /** The type of the event that it tells of */
  readonly event!: string;
  /** In the language asked for by Accept-Language: Indonesian or English */
  readonly title!: string;
  readonly body!: string;
  readonly subject!: SubjectView;
  /** The report's id, in a notice about a report; `subject` says it for all kinds */
  @ApiPropertyOptional({ deprecated: true })
  readonly reportId?: string;
  /** The same as `subject.label` */
  @ApiProperty({ deprecated: true })
  readonly number!: string;
  /** When it happened, UTC */
  readonly at!: string;
  /** When it was read, UTC; absent while it is unread */
  readonly readAt?: string;
}

export class InboxView {
  /** Newest first; the `Link` header leads to older ones */
  readonly items!: NoticeView[];
}

export function noticeView({ at, readAt, ...notice }: InboxNotice): NoticeView {
  const { type, id, label } = notice.subject;
  return {
    ...notice,
    ...(type === 'report' && { reportId: id }),
    number: label,
    at: at.toISOString(),
    ...(readAt && { readAt: readAt.toISOString() }),
  };
}
