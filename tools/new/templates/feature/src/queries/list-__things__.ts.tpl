import { Injectable } from '@nestjs/common';
import { type PersonId } from '@jaki/kernel';
import { Database, type Page, page, type PageQuery, readCursor } from '@jaki/platform';
import { type DB } from '../../generated/db.js';
import { type __Thing__View } from './views.dto.js';

/** Somebody's own __things__, newest first. */
@Injectable()
export class List__Things__ {
  constructor(private readonly db: Database<DB>) {}

  /** @throws Refusal 400 `unknown_cursor` */
  async execute(owner: PersonId, { limit, cursor }: PageQuery): Promise<Page<__Thing__View>> {
    const after = readCursor(cursor, { id: 'uuid' });
    const rows = await this.db.kysely
      .selectFrom('__thing__')
      .select(['id', 'name'])
      .where('owner', '=', owner)
      .$if(after !== undefined, (query) => query.where('id', '<', after?.id ?? ''))
      .orderBy('id', 'desc')
      .limit(limit + 1)
      .execute();
    return page(rows, limit, ({ id }) => ({ id }));
  }
}
