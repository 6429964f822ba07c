import { Injectable } from '@nestjs/common';
import { Steps, type StepTaken } from '@jaki/platform';
import { City } from '../../city/city.js';
import { loadPhotos, useProof } from '../../photos/store/photo.store.js';
import { PhotoNotUsable } from '../../report/domain/errors.js';
import type { PhotoId } from '../../report/domain/ids.js';
import { complete, promise, start } from '../domain/work.js';
import { reportSteps, type StepRequest } from '../steps.js';

/** Does the work, and says when it will be and that it is done. */
@Injectable()
export class WorkOnReport {
  constructor(
    private readonly steps: Steps,
    private readonly city: City,
  ) {}

  /** The holder begins the work. */
  start(request: StepRequest): Promise<StepTaken> {
    return this.steps.take(reportSteps, request, start);
  }

  /** The executor promises a day. */
  promise(request: StepRequest & { finishBy: string }): Promise<StepTaken> {
    const { finishBy } = request;
    return this.steps.take(reportSteps, request, (report, by) =>
      promise(report, { ...by, finishBy, today: this.city.dayOf(by.at) }),
    );
  }

  /** The executor says that it is done, with proof. @throws PhotoNotUsable, ProofNotNew */
  complete(request: StepRequest & { beforePhotoId: PhotoId; afterPhotoId: PhotoId }): Promise<StepTaken> {
    const { beforePhotoId, afterPhotoId } = request;
    return this.steps.take(reportSteps, request, async (report, by, tx) => {
      const [before, after] = await loadPhotos(tx, [beforePhotoId, afterPhotoId]);
      if (before === undefined || after === undefined) throw new PhotoNotUsable(beforePhotoId);
      const decision = complete(report, { ...by, before, after });
      await useProof(tx, decision.next.id, decision.next.proof);
      return decision;
    });
  }
}
