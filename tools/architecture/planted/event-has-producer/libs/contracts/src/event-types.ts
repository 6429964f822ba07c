import * as moved from './events/reports/moved.v1.js';

export const modules = [moved];
