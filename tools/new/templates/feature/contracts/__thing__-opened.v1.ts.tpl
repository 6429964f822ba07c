import { declareEvent } from '../../declare-event.js';
import { field, Uuid } from '../../fields.js';
import { __thing__Topic } from './topics.js';

/** `__service__.__thing__.opened.v1` */
export const __thing__Opened = declareEvent({
  type: '__service__.__thing__.opened.v1',
  topic: __thing__Topic,
  summary: 'Somebody opened a __thing__',
  key: '__thing__Id',
  fields: { __thing__Id: field('public', 'The __thing__', Uuid()) },
  sample: { __thing__Id: '0199c1f0-0000-7000-8000-000000000001' },
});
