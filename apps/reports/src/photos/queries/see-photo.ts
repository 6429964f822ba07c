import { Injectable } from '@nestjs/common';
import { type Selectable } from 'kysely';
import { DomainError } from '@jaki/kernel';
import { Database } from '@jaki/platform';
import { type DB, type photo as PhotoTable } from '../../generated/db.js';
import type { PhotoId } from '../../report/domain/ids.js';
import type { Actor } from '../../report/domain/report.js';
import { sightOf } from '../../report/domain/sight.js';
import { reportColumns, reportOf } from '../../report/store/report.store.js';
import { PhotoFiles } from '../files/photo-files.js';

export class PhotoNotFound extends DomainError {
  readonly code = 'photo_not_found';
  readonly kind = 'not_found';
  constructor() {
    super('There is no such photo, or it is not for you to see.');
  }
}

/** A photo is seen by whoever sees its report; until it is used, by who uploaded it. */
@Injectable()
export class SeePhoto {
  constructor(
    private readonly db: Database<DB>,
    private readonly files: PhotoFiles,
  ) {}

  /** @returns the JPEG @throws PhotoNotFound */
  async execute(id: PhotoId, viewer: Actor | undefined): Promise<Buffer> {
    const photo = await this.db.kysely.selectFrom('photo').selectAll().where('id', '=', id).executeTakeFirst();
    if (photo === undefined || !(await this.#isFor(viewer, photo))) throw new PhotoNotFound();
    return this.files.get(id);
  }

  async #isFor(viewer: Actor | undefined, { report_id, owner, organisation, expired_at }: Selectable<PhotoTable>) {
    if (report_id === null) {
      return expired_at === null && viewer?.id === owner && (viewer.organisation?.id ?? null) === organisation;
    }
    const report = this.db.kysely.selectFrom('report').select(reportColumns).where('id', '=', report_id);
    return sightOf(reportOf(await report.executeTakeFirstOrThrow()), viewer) !== undefined;
  }
}
