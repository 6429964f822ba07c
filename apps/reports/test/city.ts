import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { organisationRegistered } from '@jaki/contracts';
import { newId, type OrganisationId } from '@jaki/kernel';
import { type ServiceUnderTest, type StartOptions, startService } from '@jaki/testing';
import { AppModule } from '../src/app.module.js';
import { type FiledReportView } from '../src/filing/http/file-report.dto.js';
import { type StoredPhotoView } from '../src/photos/http/photos.dto.js';

/** A pin in Gambir, Jakarta Pusat. */
export const GAMBIR = '31.71.01.1001';
export const pin = { lat: -6.1767, long: 106.8263 };
export const seal = 'eyJh.bbbb.cccc.dddd.eeee';

export interface TestOrganisation {
  readonly id: OrganisationId;
  readonly kind: string;
  readonly regions: string[];
  readonly categories: string[];
  readonly parent?: OrganisationId;
}

const organisation = (kind: string, of: Partial<TestOrganisation> = {}): TestOrganisation => ({
  id: newId<'organisation'>(),
  kind,
  regions: ['31'],
  categories: [],
  ...of,
});

export const water = organisation('agency', { categories: ['flood', 'drainage'] });
export const roads = organisation('agency', { categories: ['road_damage'] });
export const waterCentral = organisation('sub_agency', { parent: water.id, regions: ['31.71'] });
export const gambir = organisation('kelurahan_office', { regions: [GAMBIR] });
export const bureau = organisation('validator');

/** The service in a small city: who there is, and what they do over HTTP. */
export class TestCity {
  private constructor(
    readonly service: ServiceUnderTest,
    readonly photosDir: string,
  ) {}

  static async start(options: StartOptions = {}, organisations = [water, roads, waterCentral, gambir, bureau]) {
    const photosDir = await mkdtemp(join(tmpdir(), 'jaki-photos-'));
    const env = { PHOTOS_DIR: photosDir, RATE_LIMITS: 'off', ...options.env };
    const city = new TestCity(await startService(AppModule, { ...options, env }), photosDir);
    for (const each of organisations) await city.announce(each);
    return city;
  }

  async close(): Promise<void> {
    await this.service.close();
    await rm(this.photosDir, { recursive: true });
  }

  /** Identity announces it. */
  announce({ id, kind, regions, categories, parent }: TestOrganisation, sequence = 1): Promise<string> {
    const data = { organisationId: id, name: `${kind} ${id.slice(-4)}`, kind, regions, categories };
    return this.service.deliver(organisationRegistered, parent ? { ...data, parentId: parent } : data, { sequence });
  }

  citizen(sub: string = newId()): Promise<string> {
    return this.service.token({ sub, recipient: seal });
  }

  channel(sub: string = newId()): Promise<string> {
    return this.service.token({ sub, roles: ['channel'], channel: 'petabencana', recipient: seal });
  }

  officer({ id, kind, regions, parent }: TestOrganisation, role = 'officer', sub: string = newId()): Promise<string> {
    return this.service.token({ sub, roles: [role], organisation: { id, kind, regions, ...(parent && { parent }) } });
  }

  validator(): Promise<string> {
    return this.officer(bureau, 'validator');
  }

  /** Files a report and expects it to be taken. */
  async file(token: string, report: object = {}): Promise<FiledReportView> {
    const body = { category: 'flood', description: 'Air setinggi lutut', pin, ...report };
    const { status, body: filed } = await this.service.http.post<FiledReportView>('/v1/reports', { token, body });
    if (status !== 201) throw new Error(`not filed: ${JSON.stringify(filed)}`);
    return filed;
  }

  step(id: string, command: string, token: string, body: object = {}) {
    return this.service.http.post<{ code?: string; state?: string; details?: object }>(`/v1/reports/${id}/${command}`, {
      token,
      body,
    });
  }

  /** Takes a step and expects it to be allowed. @returns the state after it */
  async take(id: string, command: string, token: string, body: object = {}): Promise<string> {
    const answer = await this.step(id, command, token, body);
    if (answer.status !== 200) throw new Error(`${command} refused: ${JSON.stringify(answer.body)}`);
    return answer.body.state ?? '';
  }

  upload(token: string, file: Uint8Array<ArrayBuffer>, { name = 'photo.jpg', headers = {} } = {}) {
    const form = new FormData();
    form.set('photo', new Blob([file], { type: 'image/jpeg' }), name);
    return this.service.http.post<StoredPhotoView & { code?: string }>('/v1/photos', {
      token,
      body: form,
      headers,
    });
  }

  /** Uploads a new picture. @returns its id */
  async photo(token: string): Promise<string> {
    const { status, body } = await this.upload(token, await picture());
    if (status !== 201) throw new Error(`not stored: ${JSON.stringify(body)}`);
    return body.id;
  }

  /** Brings a report to `awaiting_validation`. */
  async claim(reportId: string, token: string): Promise<void> {
    const proof = { beforePhotoId: await this.photo(token), afterPhotoId: await this.photo(token) };
    await this.take(reportId, 'complete', token, proof);
  }
}

/** A small picture unlike all others. */
export async function picture(): Promise<Uint8Array<ArrayBuffer>> {
  const noise = { type: 'gaussian' as const, mean: 128, sigma: 60 };
  const create = { width: 48, height: 32, channels: 3 as const, background: 'white', noise };
  return new Uint8Array(await sharp({ create }).jpeg().toBuffer());
}
