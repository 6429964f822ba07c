import { Injectable } from '@nestjs/common';
import { Database } from '@jaki/platform';
import { References } from '../../crypto/references.js';
import { type DB } from '../../generated/db.js';
import { namesFor } from '../../organisations/store/organisations.js';
import { spokenOf, type Subject } from '../../telling/domain/notices.js';
import { readReference } from '../../telling/domain/stored-reference.js';
import { type Locale } from '../../texts/locale.js';
import { Texts } from '../../texts/texts.js';

/** A notice as its reader gets it. */
export interface InboxNotice {
  readonly id: string;
  readonly sequence: number;
  /** The type of the event that it tells of. */
  readonly event: string;
  readonly title: string;
  readonly body: string;
  readonly subject: Subject;
  readonly at: Date;
  readonly readAt?: Date;
}

/** An inbox, newest first, in the reader's language. */
@Injectable()
export class ListInbox {
  constructor(
    private readonly db: Database<DB>,
    private readonly references: References,
    private readonly texts: Texts,
  ) {}

  /** @param input.before a sequence: only older notices, that is those with a smaller one */
  async execute(input: {
    recipientId: string;
    locale: Locale;
    limit: number;
    before?: number | undefined;
  }): Promise<InboxNotice[]> {
    const rows = (await this.#rows(input)).map((row) => ({
      ...row,
      about: readReference(this.references.decrypt({ salt: row.salt, noticeId: row.id }, row.reference)),
    }));
    const names = await namesFor(this.db.kysely, spokenOf(rows.map(({ about }) => about)));
    return rows.map((row) => ({
      id: row.id,
      sequence: row.sequence,
      event: row.event_type,
      ...this.texts.render(input.locale, { ...row, event: row.event_type }, names),
      subject: row.about.subject,
      at: row.at,
      ...(row.read_at && { readAt: row.read_at }),
    }));
  }

  #rows({ recipientId, limit, before }: { recipientId: string; limit: number; before?: number | undefined }) {
    return this.db.kysely
      .selectFrom('notice')
      .innerJoin('recipient', 'recipient.id', 'notice.recipient_id')
      .select(['notice.id', 'sequence', 'event_type', 'template', 'reference', 'at', 'read_at', 'salt'])
      .where('recipient_id', '=', recipientId)
      .$if(before !== undefined, (query) => query.where('sequence', '<', before ?? 0))
      .orderBy('sequence', 'desc')
      .limit(limit)
      .execute();
  }
}
