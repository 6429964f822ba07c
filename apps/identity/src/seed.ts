// Fills an empty platform with the example data of Jakarta, or with that of the folder given as argument:
// node dist/seed.js [folder]. Its environment is the service's own; it may run beside it.
import { pathToFileURL } from 'node:url';
import { Regions } from '@jaki/regions';
import { createService } from '@jaki/platform';
import { AppModule } from './app.module.js';
import { beside } from './config.js';
import { SeedDataSet } from './seed/seed-data-set.js';

const [, , folder] = process.argv;
const dataSet = folder === undefined ? new URL('../data/jakarta/', import.meta.url) : pathToFileURL(`${folder}/`);
const service = await createService(AppModule, { env: beside() });
try {
  const registered = await service.app.get(SeedDataSet).execute(dataSet, service.app.get(Regions));
  service.log.info({ registered }, 'example data is there');
} finally {
  await service.close();
}
