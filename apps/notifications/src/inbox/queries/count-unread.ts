import { Injectable } from '@nestjs/common';
import { Database } from '@jaki/platform';
import { type DB } from '../../generated/db.js';

/** How many notices wait to be read. One row, whatever the size of the inbox. */
@Injectable()
export class CountUnread {
  constructor(private readonly db: Database<DB>) {}

  async execute(recipientId: string): Promise<number> {
    const recipient = await this.db.kysely
      .selectFrom('recipient')
      .select('unread_count')
      .where('id', '=', recipientId)
      .executeTakeFirst();
    return recipient?.unread_count ?? 0;
  }
}
