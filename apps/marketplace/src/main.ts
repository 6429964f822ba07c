import { runService } from '@jaki/platform';
import { AppModule } from './app.module.js';

await runService(AppModule);
