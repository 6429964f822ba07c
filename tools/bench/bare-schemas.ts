// The answers of the bare server, from which Fastify compiles serialisers: names and order as the service writes them.
const text = { type: 'string' };
const textOrNull = { type: ['string', 'null'] };
const number = { type: 'number' };

const summary = {
  id: text,
  number: text,
  category: text,
  state: text,
  visibility: text,
  region: text,
  pin: { type: 'object', properties: { lat: number, long: number } },
  filedAt: text,
  updatedAt: text,
  agencyId: textOrNull,
  executorId: textOrNull,
  finishBy: textOrNull,
};

const photo = { type: 'object', properties: { id: text, purpose: text } };

const report = {
  ...summary,
  description: text,
  landmark: textOrNull,
  channel: text,
  rework: textOrNull,
  agencyName: textOrNull,
  executorName: textOrNull,
  observedAt: textOrNull,
  photos: { type: 'array', items: photo },
  seenAs: text,
};

const filed = { id: text, number: text, state: text, region: text, agencyId: textOrNull, filedAt: text };

export const reportSchema = { response: { 200: { type: 'object', properties: report } } };

export const listSchema = {
  response: {
    200: {
      type: 'object',
      properties: { items: { type: 'array', items: { type: 'object', properties: summary } } },
    },
  },
};

export const filedSchema = { response: { 201: { type: 'object', properties: filed } } };
