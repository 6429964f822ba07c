import { runService } from '@jaki/platform';
import { ToyModule } from './app.module.js';

await runService(ToyModule);
