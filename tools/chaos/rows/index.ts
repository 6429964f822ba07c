import { type Row } from '../row.js';
import { servicesKilled } from './01-services-killed.js';
import { killedBetweenSteps } from './02-killed-between-steps.js';
import { kafkaKilled } from './05-kafka-killed.js';
import { commitReset } from './12-commit-reset.js';
import { eventsDoubled } from './15-events-doubled.js';
import { outOfOrder } from './16-out-of-order.js';
import { poison } from './17-poison.js';
import { oneKeyAtOnce } from './24-one-key-at-once.js';

/** Every row that can be run. */
export const rows: readonly Row[] = [
  servicesKilled,
  killedBetweenSteps,
  kafkaKilled,
  commitReset,
  eventsDoubled,
  outOfOrder,
  poison,
  oneKeyAtOnce,
];
