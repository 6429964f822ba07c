import { dayIn } from '@jaki/kernel';
import { type Actor } from './actor.js';
import { type Role } from './cast.js';
import { type Act } from './expected.js';
import { freshPhoto } from './photo.js';

/** In the kelurahan of Gambir. */
const PIN = { lat: -6.1754, long: 106.8272 };
const DAY = 24 * 60 * 60 * 1000;

type Actors = Readonly<Record<Role, Actor>>;

/** One report's way through the city, told by those who take its steps. */
export class Story {
  #reportId: string | undefined;

  constructor(private readonly actors: Actors) {}

  get reportId(): string | undefined {
    return this.#reportId;
  }

  readonly acts: readonly (readonly [Act, string, () => Promise<void>])[] = [
    ['file', 'A citizen files a public flood report with a photo', () => this.#file()],
    ['passOn', 'The kelurahan thinks that the road is at fault', () => this.#passOn('kelurahan', 'roads')],
    ['passBack', 'It is not: the agency passes the report back', () => this.#passOn('roads', 'water')],
    ['dispatch', 'The agency instructs its sub-agency', () => this.#dispatch()],
    ['start', 'The sub-agency begins', () => this.#step('subAgency', 'start', { note: 'Pompa dikirim' })],
    ['promise', 'It promises a day', () => this.#step('subAgency', 'promise', { finishBy: jakartaDay(3) })],
    ['claim', 'It says that it is done', () => this.#claim()],
    ['refuse', 'The validator does not agree', () => this.#step('validator', 'refuse', { reason: 'Masih tergenang' })],
    ['claimAgain', 'Done again, with another photo', () => this.#claim()],
    ['validate', 'The validator agrees', () => this.#step('validator', 'validate')],
    ['dispute', 'The citizen does not', () => this.#step('citizen', 'dispute', { reason: 'Air kembali malam ini' })],
    ['claimOnceMore', 'Done once more', () => this.#claim()],
    ['validateAgain', 'The validator agrees again', () => this.#step('validator', 'validate')],
    ['confirm', 'The citizen confirms: the report is closed', () => this.#step('citizen', 'confirm')],
  ];

  async #file(): Promise<void> {
    const report = {
      category: 'flood',
      description: 'Air setinggi lutut di depan stasiun, sudah dua jam tidak surut.',
      pin: PIN,
      landmark: 'Depan stasiun',
      visibility: 'public',
      photoIds: [await this.#photo('citizen')],
    };
    this.#reportId = (await this.actors.citizen.tell<{ id: string }>('reports', { json: report })).id;
  }

  #passOn(from: Role, to: Role): Promise<void> {
    return this.#step(from, 'coordinate', { agencyId: this.actors[to].organisation, note: 'Mohon ditindaklanjuti' });
  }

  #dispatch(): Promise<void> {
    return this.#step('water', 'dispatch', { subAgencyId: this.actors.subAgency.organisation });
  }

  async #claim(): Promise<void> {
    const beforePhotoId = await this.#photo('subAgency');
    const afterPhotoId = await this.#photo('subAgency');
    await this.#step('subAgency', 'complete', { beforePhotoId, afterPhotoId });
  }

  async #step(role: Role, command: string, body: object = {}): Promise<void> {
    await this.actors[role].tell(`reports/${String(this.#reportId)}/${command}`, { json: body });
  }

  async #photo(role: Role): Promise<string> {
    return (await this.actors[role].tell<{ id: string }>('photos', { form: await freshPhoto() })).id;
  }
}

/** The day in Jakarta, so many days from now. */
function jakartaDay(ahead: number): string {
  return dayIn('Asia/Jakarta', new Date(Date.now() + ahead * DAY));
}
