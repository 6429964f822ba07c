import { Injectable } from '@nestjs/common';
import { Clock } from '@jaki/kernel';
import { Database, Job } from '@jaki/platform';
import { type DB } from '../../generated/db.js';
import type { PhotoId } from '../../report/domain/ids.js';
import { PhotoFiles } from '../files/photo-files.js';

const KEPT_MS = 24 * 60 * 60 * 1000;
const BATCH = 500;

/**
 * Deletes photos that nobody used for 24 hours. First the rows are marked, so that no step can use them any more; then
 * the files go, then the rows. A crash in between leaves marked rows, which the next run finds.
 */
@Injectable()
export class ExpirePhotos {
  constructor(
    private readonly db: Database<DB>,
    private readonly files: PhotoFiles,
    private readonly clock: Clock,
  ) {}

  /** @returns how many went */
  @Job({ name: 'expire-photos', cron: '17 * * * *' })
  async execute(): Promise<number> {
    await this.#mark();
    let gone = 0;
    for (let ids = await this.#marked(); ids.length > 0; ids = await this.#marked()) {
      for (const id of ids) await this.files.delete(id);
      await this.db.kysely.deleteFrom('photo').where('id', 'in', ids).execute();
      gone += ids.length;
    }
    return gone;
  }

  async #mark(): Promise<void> {
    const now = this.clock.now();
    await this.db.kysely
      .updateTable('photo')
      .set({ expired_at: now })
      .where('report_id', 'is', null)
      .where('expired_at', 'is', null)
      .where('created_at', '<', new Date(now.getTime() - KEPT_MS))
      .execute();
  }

  async #marked(): Promise<PhotoId[]> {
    const marked = this.db.kysely.selectFrom('photo').select('id').where('expired_at', 'is not', null).limit(BATCH);
    return (await marked.execute()).map(({ id }) => id as PhotoId);
  }
}
