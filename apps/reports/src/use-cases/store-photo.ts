import { Injectable } from '@nestjs/common';
import { Clock, newId } from '@jaki/kernel';
import { Database } from '@jaki/platform';
import type { Actor } from '../domain/report.js';
import { type DB } from '../generated/db.js';
import { cleanPhoto } from '../photos/clean-photo.js';
import { PhotoFiles } from '../photos/photo-files.js';

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
  async execute(upload: Buffer, actor: Actor): Promise<StoredPhoto> {
    const { bytes, width, height, hash } = await cleanPhoto(upload);
    const at = this.clock.now();
    const id = newId<'photo'>(at);
    const owner = { owner: actor.id, organisation: actor.organisation?.id ?? null };
    // The file first: a row never names a file that is not there.
    await this.files.put(id, bytes);
    const row = { id, ...owner, hash, width, height, bytes: bytes.length, created_at: at };
    await this.db.kysely.insertInto('photo').values(row).execute();
    return { id, width, height };
  }
}
