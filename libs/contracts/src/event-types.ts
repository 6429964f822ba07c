import type { EventDeclaration } from './declare-event.js';
import * as organisation from './events/identity/organisation.v1.js';
import * as claimed from './events/reports/completion-claimed.v1.js';
import * as refused from './events/reports/completion-refused.v1.js';
import * as confirmed from './events/reports/confirmed.v1.js';
import * as coordinated from './events/reports/coordinated.v1.js';
import * as dispatched from './events/reports/dispatched.v1.js';
import * as disputed from './events/reports/disputed.v1.js';
import * as filed from './events/reports/filed.v1.js';
import * as promised from './events/reports/finish-promised.v1.js';
import * as rejected from './events/reports/rejected.v1.js';
import * as routed from './events/reports/routed.v1.js';
import * as validated from './events/reports/validated.v1.js';
import * as started from './events/reports/work-started.v1.js';

const modules = [
  organisation,
  filed,
  routed,
  coordinated,
  dispatched,
  started,
  promised,
  claimed,
  validated,
  refused,
  confirmed,
  disputed,
  rejected,
];

/** Every event that the platform announces, by its type. */
export const eventTypes: ReadonlyMap<string, EventDeclaration> = new Map(
  modules
    .flatMap((module) => Object.values<EventDeclaration>({ ...module }))
    .map((declaration) => [declaration.type, declaration]),
);
