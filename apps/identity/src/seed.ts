// Fills an empty platform with the example data of its city. Its environment is the service's own, CITY_DATA included; it
// may run beside it.
import { createService } from '@jaki/platform';
import { CityData } from '@jaki/regions';
import { AppModule } from './app.module.js';
import { beside } from './config.js';
import { SeedDataSet } from './seed/seed-data-set.js';

const service = await createService(AppModule, { env: beside() });
try {
  const registered = await service.app.get(SeedDataSet).execute(service.app.get(CityData));
  service.log.info({ registered }, 'example data is there');
} finally {
  await service.close();
}
