import type { PhotoId } from '../../report/domain/ids.js';

/** Where photos lie: a local disk, or any store that can do these three. */
export abstract class PhotoFiles {
  /** Resolves when the bytes are safe. */
  abstract put(id: PhotoId, bytes: Buffer): Promise<void>;

  /** @throws when there is none */
  abstract get(id: PhotoId): Promise<Buffer>;

  /** Deleting what is not there is no fault: a deletion runs again after a crash. */
  abstract delete(id: PhotoId): Promise<void>;
}
