import { type BeforeApplicationShutdown, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { PgBoss } from 'pg-boss';
import { ReportsConfig } from '../../config.js';
import { ExpirePhotos } from '../use-cases/expire-photos.js';

const EXPIRE_PHOTOS = 'expire-photos';

/** Photos go by the hour: looking every five seconds whether it is time would be a good part of an idle service's work. */
const UNHURRIED = { cronWorkerIntervalSeconds: 45, cronMonitorIntervalSeconds: 45, flowIntervalSeconds: 600 };

/** The service's timed work. The timetable is in the database, so that of all instances one does each run. */
@Injectable()
export class Jobs implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #log = new Logger(Jobs.name);
  #boss: PgBoss | undefined;

  constructor(
    private readonly config: ReportsConfig,
    private readonly expirePhotos: ExpirePhotos,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (this.config.JOBS === 'off') return;
    const { DATABASE_URL: connectionString } = this.config;
    const boss = new PgBoss({ connectionString, application_name: 'reports-jobs', max: 2, ...UNHURRIED });
    boss.on('error', (error) => this.#log.warn(`Timed jobs wait for the database: ${error.message}`));
    this.#boss = await boss.start();
    await boss.createQueue(EXPIRE_PHOTOS);
    await boss.work(EXPIRE_PHOTOS, { pollingIntervalSeconds: 10 }, async () => {
      this.#log.log(`${await this.expirePhotos.execute()} unused photos deleted`);
    });
    await boss.schedule(EXPIRE_PHOTOS, '17 * * * *');
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.#boss?.stop({ timeout: 5_000 });
  }
}
