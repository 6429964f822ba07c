import { Injectable } from '@nestjs/common';
import { Clock } from '@jaki/kernel';
import { Database, Job } from '@jaki/platform';
import { NotificationsConfig } from '../../config.js';
import { type DB } from '../../generated/db.js';
import { deleteOld, deleteOldParked, inboxesOlderThan } from '../store/old-notices.js';

const DAY = 24 * 60 * 60 * 1000;

/** Deletes notices that are older than the set time, read or not: who was told of what is not kept for ever. */
@Injectable()
export class ForgetOldNotices {
  constructor(
    private readonly db: Database<DB>,
    private readonly clock: Clock,
    private readonly config: NotificationsConfig,
  ) {}

  /** Again after a crash is harmless: what is due stands in the rows. */
  @Job({ name: 'forget-old-notices', cron: '23 * * * *' })
  async execute(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - this.config.NOTICE_DAYS * DAY);
    await deleteOldParked(this.db.kysely, before);
    let inboxes: string[];
    do {
      inboxes = await inboxesOlderThan(this.db.kysely, before);
      for (const inbox of inboxes) await this.db.transaction((tx) => deleteOld(tx, inbox, before));
    } while (inboxes.length > 0);
  }
}
