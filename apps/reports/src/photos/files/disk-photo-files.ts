import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { ReportsConfig } from '../../config.js';
import type { PhotoId } from '../../report/domain/ids.js';
import { PhotoFiles } from './photo-files.js';

/** Photos as files in one folder, spread over 256 folders by the random end of their ids. */
@Injectable()
export class DiskPhotoFiles extends PhotoFiles {
  readonly #folder: string;

  constructor(config: ReportsConfig) {
    super();
    this.#folder = config.PHOTOS_DIR;
  }

  async put(id: PhotoId, bytes: Buffer): Promise<void> {
    const path = this.#pathOf(id);
    await mkdir(dirname(path), { recursive: true });
    const draft = `${path}.draft`;
    const file = await open(draft, 'w', 0o600);
    try {
      await file.writeFile(bytes);
      await file.datasync();
    } finally {
      await file.close();
    }
    await rename(draft, path);
  }

  get(id: PhotoId): Promise<Buffer> {
    return readFile(this.#pathOf(id));
  }

  delete(id: PhotoId): Promise<void> {
    return rm(this.#pathOf(id), { force: true });
  }

  #pathOf(id: PhotoId): string {
    return join(this.#folder, id.slice(-2), `${id}.jpg`);
  }
}
