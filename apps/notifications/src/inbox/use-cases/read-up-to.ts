import { Injectable } from '@nestjs/common';
import { Clock } from '@jaki/kernel';
import { Database } from '@jaki/platform';
import { type DB } from '../../generated/db.js';
import { markRead } from '../store/reading.js';

/** Marks all notices up to a sequence as read: those that came since the reader looked stay unread. */
@Injectable()
export class ReadUpTo {
  constructor(
    private readonly db: Database<DB>,
    private readonly clock: Clock,
  ) {}

  execute(input: { recipientId: string; sequence: number }): Promise<void> {
    const { recipientId, sequence } = input;
    return this.db.transaction((tx) => markRead(tx, { recipientId, from: 1, to: sequence, at: this.clock.now() }));
  }
}
