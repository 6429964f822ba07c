import { add } from './outbox/outbox.js';
import { send } from './kafka/sender.js';

export const parts = [add, send];
