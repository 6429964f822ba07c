import { Injectable } from '@nestjs/common';
import { Clock, newId } from '@jaki/kernel';
import { Database, type RequestKey, withContent } from '@jaki/platform';
import { type DB } from '../../generated/db.js';
import type { Actor } from '../../report/domain/report.js';
import { cleanPhoto } from '../files/clean-photo.js';
import { PhotoFiles } from '../files/photo-files.js';

export interface StoredPhoto {
  readonly id: string;
  readonly width: number;
  readonly height: number;
}

/** Keeps an uploaded photo until a report or a proof makes use of it. */
@Injectable()
export class StorePhoto {
  constructor(
    private readonly db: Database<DB>,
    private readonly files: PhotoFiles,
    private readonly clock: Clock,
  ) {}

  /** @throws NotAPhoto, TooManyPixels */
  async execute(upload: Buffer, by: { actor: Actor; once?: RequestKey | undefined }): Promise<StoredPhoto> {
    const once = withContent(by.once, upload);
    return (await this.db.resultOf<StoredPhoto>(once)) ?? this.#store(upload, { ...by, once });
  }

  async #store(upload: Buffer, { actor, once }: { actor: Actor; once: RequestKey | undefined }): Promise<StoredPhoto> {
    const { bytes, width, height, hash } = await cleanPhoto(upload);
    const at = this.clock.now();
    const id = newId<'photo'>(at);
    const owner = { owner: actor.id, organisation: actor.organisation?.id ?? null };
    // The file first: a row never names a file that is not there.
    await this.files.put(id, bytes);
    const row = { id, ...owner, hash, width, height, bytes: bytes.length, created_at: at };
    const stored = await this.db.transaction(
      async (tx): Promise<StoredPhoto> => {
        await tx.insertInto('photo').values(row).execute();
        return { id, width, height };
      },
      { once },
    );
    // A double was quicker, and its photo stands.
    if (stored.id !== id) await this.files.delete(id);
    return stored;
  }
}
