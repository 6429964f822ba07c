import { runService } from '../../src/index.js';
import { ThingsModule } from './things.js';

await runService(ThingsModule);
