import { Injectable } from '@nestjs/common';
import { type Transaction } from 'kysely';
import { Clock, newId } from '@jaki/kernel';
import { Outbox } from '@jaki/messaging';
import { Database, type RequestKey } from '@jaki/platform';
import { agencyBesidesArrivals } from '../../agencies/store/organisation.store.js';
import { type DB } from '../../generated/db.js';
import { loadPhotos, usePhotos } from '../../photos/store/photo.store.js';
import type { PhotoId, ReportId } from '../../report/domain/ids.js';
import type { Actor, ReportIn } from '../../report/domain/report.js';
import { toContracts } from '../../report/published.js';
import { addReport } from '../../report/store/report.store.js';
import { file } from '../domain/file.js';
import { Intake, type Place } from '../store/intake.js';
import { type Reference, refuseFiledReference } from '../store/reference.store.js';

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

  /** @throws OutsideServiceArea, UnknownCategory, AlreadyFiled, and whatever the decision refuses */
  async execute(report: NewReport, { actor, once }: { actor: Actor; once?: RequestKey | undefined }) {
    const at = this.clock.now();
    const { category, pin } = report;
    const place = await this.intake.place({ category, pin, at });
    return this.db.transaction((tx) => this.#file(tx, { report, place, actor, at }), { once });
  }

  async #file(tx: Transaction<DB>, { report, place, actor, at }: Placed): Promise<FiledReport> {
    const { category, visibility, observedAt, reference } = report;
    const agency = place.agency ?? (await agencyBesidesArrivals(tx, { category, region: place.region }));
    const photos = await loadPhotos(tx, report.photoIds);
    const id = newId<'report'>(at);
    const filing = { id, ...place, category, visibility, agency, observedAt, photos, reference };
    const decision = file(filing, { actor, at });
    if (reference !== undefined) await refuseFiledReference(tx, reference);
    await addReport(tx, decision, { ...detailsOf(report, actor), at });
    await usePhotos(tx, decision.next.id, photos);
    await this.outbox.add(tx, toContracts(decision));
    return receiptOf(decision.next, at);
  }
}

interface Placed {
  readonly report: NewReport;
  readonly place: Place;
  readonly actor: Actor;
  readonly at: Date;
}

function detailsOf({ pin, description, landmark, observedAt, reference }: NewReport, { channel }: Actor) {
  return {
    lat: pin.lat,
    long: pin.long,
    description,
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
