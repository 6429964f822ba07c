import { type Config } from './config.js'; // breaks
import { now } from './clock.js';

export const auth = (config: Config) => [config, now];
