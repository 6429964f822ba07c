import { type Row } from '../outbox/row.js'; // breaks
import { clock } from '../clock.js';

export const send = (row: Row) => [row, clock];
