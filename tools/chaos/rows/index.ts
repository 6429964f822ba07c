import { type Row } from '../row.js';
import { servicesKilled } from './01-services-killed.js';
import { killedBetweenSteps } from './02-killed-between-steps.js';
import { serviceFrozen } from './03-service-frozen.js';
import { sigterm } from './04-sigterm.js';
import { kafkaKilled } from './05-kafka-killed.js';
import { kafkaFrozen } from './06-kafka-frozen.js';
import { postgresKilled } from './07-postgres-killed.js';
import { backendKilled } from './08-backend-killed.js';
import { postgresFrozen } from './09-postgres-frozen.js';
import { delayed } from './10-delayed.js';
import { cut } from './11-cut.js';
import { commitReset } from './12-commit-reset.js';
import { postgresDiskFull } from './13-postgres-disk-full.js';
import { kafkaDiskFull } from './14-kafka-disk-full.js';
import { eventsDoubled } from './15-events-doubled.js';
import { outOfOrder } from './16-out-of-order.js';
import { poison } from './17-poison.js';
import { slowHandler } from './18-slow-handler.js';
import { membersComeAndGo } from './19-members-come-and-go.js';
import { offsetsLost } from './20-offsets-lost.js';
import { wrongClock } from './21-wrong-clock.js';
import { identityAway } from './22-identity-away.js';
import { heapExhausted } from './23-heap-exhausted.js';
import { oneKeyAtOnce } from './24-one-key-at-once.js';
import { allAtRandom } from './25-all-at-random.js';

/** Every row that can be run. The one that deletes events comes last: no stream is whole behind it. */
export const rows: readonly Row[] = [
  ...[servicesKilled, killedBetweenSteps, serviceFrozen, sigterm, kafkaKilled, kafkaFrozen],
  ...[
    postgresKilled,
    backendKilled,
    postgresFrozen,
    delayed,
    cut,
    commitReset,
    postgresDiskFull,
    kafkaDiskFull,
    eventsDoubled,
    outOfOrder,
    poison,
  ],
  ...[slowHandler, membersComeAndGo, wrongClock, identityAway, heapExhausted, oneKeyAtOnce, allAtRandom, offsetsLost],
];
