import { Injectable } from '@nestjs/common';
import { Clock } from '@jaki/kernel';
import { Database } from '@jaki/platform';
import { type DB } from '../../generated/db.js';
import { NoticeNotFound } from '../domain/notice-not-found.js';
import { markRead, sequenceOf } from '../store/reading.js';

/** Marks one notice as read. Reading it again changes nothing. */
@Injectable()
export class ReadNotice {
  constructor(
    private readonly db: Database<DB>,
    private readonly clock: Clock,
  ) {}

  /** @throws NoticeNotFound when it is not in this inbox */
  execute(input: { recipientId: string; noticeId: string }): Promise<void> {
    return this.db.transaction(async (tx) => {
      const sequence = await sequenceOf(tx, input);
      if (sequence === undefined) throw new NoticeNotFound();
      await markRead(tx, { recipientId: input.recipientId, from: sequence, to: sequence, at: this.clock.now() });
    });
  }
}
