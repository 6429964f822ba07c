import { dayIn } from '@jaki/kernel';
import { countNotices, countRows } from '../count-rows.js';
import { freshPhoto } from '../photo.js';
import { type Act, type Stage, type Story, type Telling } from '../story.js';
import { type SeenEvent } from '../watch-events.js';
import { cast, type Role } from './cast.js';
import { type ActName, expected, type Figures, figures, subjects } from './expected.js';

/** In the kelurahan of Gambir. */
const PIN = { lat: -6.1754, long: 106.8272 };
const DAY = 24 * 60 * 60 * 1000;

/** One report's way through the city, told by those who take its steps. */
export const reportsStory: Story<Role, keyof typeof subjects> = {
  cast,
  subjects,
  expected,
  figures,
  services: ['reports'],
  begin: (stage) => new ReportsTelling(stage),
};

class ReportsTelling implements Telling {
  #reportId: string | undefined;

  constructor(private readonly stage: Stage<Role>) {}

  get ids(): { readonly report?: string } {
    return this.#reportId === undefined ? {} : { report: this.#reportId };
  }

  readonly acts: readonly Act<ActName>[] = [
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

  async count(events: readonly SeenEvent[]): Promise<Figures> {
    const { addresses } = this.stage;
    const history = 'SELECT count(*)::int AS n FROM report_history WHERE report_id = $1';
    return {
      'rows of notices in the database': await countNotices(addresses, events),
      'steps in the history in the database': await countRows(addresses.database('reports'), history, [this.#reportId]),
    };
  }

  async #file(): Promise<void> {
    const report = {
      category: 'flood',
      description: 'Air setinggi lutut di depan stasiun, sudah dua jam tidak surut.',
      pin: PIN,
      landmark: 'Depan stasiun',
      visibility: 'public',
      photoIds: [await this.#photo('citizen')],
    };
    this.#reportId = (await this.#tell<{ id: string }>('citizen', 'reports', { json: report })).id;
  }

  #passOn(from: Role, to: Role): Promise<void> {
    return this.#step(from, 'coordinate', {
      agencyId: this.stage.actors[to].organisation,
      note: 'Mohon ditindaklanjuti',
    });
  }

  #dispatch(): Promise<void> {
    return this.#step('water', 'dispatch', { subAgencyId: this.stage.actors.subAgency.organisation });
  }

  async #claim(): Promise<void> {
    const beforePhotoId = await this.#photo('subAgency');
    const afterPhotoId = await this.#photo('subAgency');
    await this.#step('subAgency', 'complete', { beforePhotoId, afterPhotoId });
  }

  async #step(role: Role, command: string, body: object = {}): Promise<void> {
    await this.#tell(role, `reports/${String(this.#reportId)}/${command}`, { json: body });
  }

  async #photo(role: Role): Promise<string> {
    return (await this.#tell<{ id: string }>(role, 'photos', { form: await freshPhoto() })).id;
  }

  #tell<Answer>(role: Role, path: string, body: { json: object } | { form: FormData }): Promise<Answer> {
    return this.stage.actors[role].tell<Answer>('reports', path, body);
  }
}

/** The day in Jakarta, so many days from now. */
function jakartaDay(ahead: number): string {
  return dayIn('Asia/Jakarta', new Date(Date.now() + ahead * DAY));
}
