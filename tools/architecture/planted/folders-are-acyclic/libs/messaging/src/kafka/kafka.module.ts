import { add } from '../outbox/outbox.js';

export const kafka = [add];
