import { Injectable } from '@nestjs/common';
import { Clock, newId } from '@jaki/kernel';
import { Outbox } from '@jaki/messaging';
import { Database, type RequestKey } from '@jaki/platform';
import type { PhotoId, ReportId } from '../domain/ids.js';
import { file } from '../domain/file.js';
import type { Actor, ReportIn } from '../domain/report.js';
import { toContracts } from '../events/published.js';
import { type DB } from '../generated/db.js';
import { Intake } from '../store/intake.js';
import { agencyBesidesArrivals } from '../store/organisation.store.js';
import { loadPhotos, usePhotos } from '../store/photo.store.js';
import { type Reference, refuseFiledReference } from '../store/reference.store.js';
import { addReport } from '../store/report.store.js';

export interface NewReport {
  readonly category: string;
  readonly description: string;
  readonly pin: { readonly lat: number; readonly long: number };
  readonly landmark?: string | undefined;
  readonly visibility: 'private' | 'public';
  readonly observedAt?: Date | undefined;
  readonly photoIds: readonly PhotoId[];
  readonly reference?: Reference | undefined;
}

export interface FiledReport {
  readonly id: string;
  readonly number: string;
  readonly state: string;
  readonly region: string;
  readonly agencyId: string | null;
  readonly filedAt: string;
}

/** Files a report. The hot path: one statement before the transaction, then report, history and events. */
@Injectable()
export class FileReport {
  constructor(
    private readonly db: Database<DB>,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly intake: Intake,
  ) {}

  async execute(report: NewReport, { actor, once }: { actor: Actor; once?: RequestKey | undefined }) {
    const at = this.clock.now();
    const { category, pin, visibility, observedAt, reference } = report;
    const place = await this.intake.place({ category, pin, at });
    return this.db.transaction(
      async (tx): Promise<FiledReport> => {
        const agency = place.agency ?? (await agencyBesidesArrivals(tx, { category, region: place.region }));
        const photos = await loadPhotos(tx, report.photoIds);
        const filing = {
          id: newId<'report'>(at),
          ...place,
          category,
          visibility,
          agency,
          observedAt,
          photos,
          reference,
        };
        const decision = file(filing, { actor, at });
        if (reference !== undefined) await refuseFiledReference(tx, reference);
        await addReport(tx, decision, { ...detailsOf(report, actor), at });
        await usePhotos(tx, decision.next.id, photos);
        await this.outbox.add(tx, toContracts(decision));
        return receiptOf(decision.next, at);
      },
      { once },
    );
  }
}

function detailsOf({ pin, description, landmark, observedAt, reference }: NewReport, { channel }: Actor) {
  return {
    ...{ lat: pin.lat, long: pin.long, description },
    channel: channel ?? 'app',
    landmark: landmark ?? null,
    observed_at: observedAt ?? null,
    reference_source: reference?.source ?? null,
    reference_id: reference?.id ?? null,
  };
}

function receiptOf({ id, number, state, region, agency }: ReportIn<'waiting'>, at: Date): FiledReport {
  return { id: id satisfies ReportId, number, state, region, agencyId: agency ?? null, filedAt: at.toISOString() };
}
