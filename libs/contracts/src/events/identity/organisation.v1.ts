import { Type } from 'typebox';
import { declareEvent } from '../../declare-event.js';
import { Code, field, Region, Uuid } from '../../fields.js';
import { organisationTopic } from './topics.js';

const organisation = {
  organisationId: field('public', 'The organisation', Uuid()),
  name: field('public', 'Its official name', Type.String({ minLength: 1, maxLength: 200 })),
  kind: field('public', '`agency` (OPD), `sub_agency`, `kelurahan_office`, `validator`; more may come', Code()),
  parentId: field('public', 'The agency above a sub-agency', Type.Optional(Uuid())),
  regions: field('public', 'Where it is competent: region codes of any level', Type.Array(Region())),
  categories: field('public', 'Report categories it is responsible for', Type.Array(Code())),
};

const sample = {
  organisationId: '0199c1f0-0000-7000-8000-000000000001',
  name: 'Dinas Sumber Daya Air (contoh)',
  kind: 'agency',
  regions: ['31'],
  categories: ['flood'],
};

/** `identity.organisation.registered.v1` */
export const organisationRegistered = declareEvent({
  type: 'identity.organisation.registered.v1',
  topic: organisationTopic,
  summary: 'An organisation joined the platform',
  key: 'organisationId',
  fields: organisation,
  sample,
});

/** `identity.organisation.changed.v1` */
export const organisationChanged = declareEvent({
  type: 'identity.organisation.changed.v1',
  topic: organisationTopic,
  summary: "An organisation's name, regions or categories changed; carries its whole new state",
  key: 'organisationId',
  fields: organisation,
  sample: { ...sample, categories: ['flood', 'drainage'] },
});
