import { Injectable } from '@nestjs/common';
import type { PhotoId } from '../domain/ids.js';
import { PhotoNotUsable } from '../domain/errors.js';
import { complete } from '../domain/work.js';
import { loadPhotos, useProof } from '../store/photo.store.js';
import { type Order, TakeStep } from './take-step.js';

/** The executor says that it is done, with proof. */
@Injectable()
export class ClaimCompletion {
  constructor(private readonly steps: TakeStep) {}

  execute(order: Order & { beforePhotoId: PhotoId; afterPhotoId: PhotoId }) {
    return this.steps.take(order, async (report, by, tx) => {
      const [before, after] = await loadPhotos(tx, [order.beforePhotoId, order.afterPhotoId]);
      if (before === undefined || after === undefined) throw new PhotoNotUsable(order.beforePhotoId);
      const decision = complete(report, { ...by, before, after });
      await useProof(tx, decision.next.id, decision.next.proof);
      return decision;
    });
  }
}
