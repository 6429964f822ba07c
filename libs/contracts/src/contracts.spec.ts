import { describe, expect, it } from '@jest/globals';
import { Type } from 'typebox';
import * as contexts from './events/contexts.js';
import { field, type Privacy } from './fields.js';
import {
  announce,
  cloudEventHeaders,
  declareEvent,
  eventTypes,
  NotACloudEvent,
  organisationRegistered,
  readCloudEvent,
  reportFiled,
  reportTopic,
  topics,
} from './index.js';

const declareWith = (privacy: Privacy) =>
  declareEvent({
    type: 'reports.report.tested.v1',
    topic: reportTopic,
    summary: 'Only in this test',
    key: 'reportId',
    fields: { reportId: field(privacy, 'The report', Type.String()) },
    sample: { reportId: 'a' },
  });

describe('a declared event', () => {
  it('is refused when a field is personal', () => {
    expect(() => declareWith('personal')).toThrow('personal');
    expect(declareWith('pseudonymous').type).toBe('reports.report.tested.v1');
  });

  it('is refused when its sample does not fit', () => {
    const fields = { reportId: field('public', 'The report', Type.String({ minLength: 5 })) };
    const declare = () =>
      declareEvent({
        type: 'a.b.c.v1',
        topic: reportTopic,
        summary: '',
        key: 'reportId',
        fields,
        sample: { reportId: 'a' },
      });
    expect(declare).toThrow('sample');
  });

  it('is announced only with data that fits', () => {
    const event = { sequence: 1, time: new Date(0), data: { ...reportFiled.sample, number: '7' } };
    expect(() => announce(reportFiled, event)).toThrow('does not fit');
  });

  it('is announced with declared fields only, also inside of others: whatever else is in reach stays at home', () => {
    const { sample } = reportFiled;
    const time = new Date(0);
    const extra = { ...sample, reporterPhone: '0812' };
    expect(() => announce(reportFiled, { sequence: 1, time, data: extra })).toThrow('reporterPhone');
    const nested = declareEvent({
      type: 'reports.report.tested.v1',
      topic: reportTopic,
      summary: 'Only in this test',
      key: 'reportId',
      fields: {
        reportId: field('public', 'The report', Type.String()),
        places: field('public', 'Where', Type.Array(Type.Object({ region: Type.String() }))),
      },
      sample: { reportId: 'a', places: [{ region: '31' }] },
    });
    const places = [{ region: '31', owner: 'somebody' }];
    expect(() => announce(nested, { sequence: 1, time, data: { reportId: 'a', places } })).toThrow('owner');
    expect(announce(nested, { sequence: 1, time, data: nested.sample }).key).toBe('a');
  });

  it.each([...eventTypes.values()])('$type is named after its owner and its topic', ({ type, topic }) => {
    expect(type.startsWith(`${topic.owner}.`)).toBe(true);
    expect(type).toMatch(/^[a-z]+\.[a-z]+\.[a-z_]+\.v[1-9]\d*$/);
    expect(topics).toContain(topic);
    expect(Object.values(contexts[topic.owner as keyof typeof contexts])).toContain(topic);
    expect(topic.name.split('.').slice(0, 2)).toEqual(type.split('.').slice(0, 2));
  });

  it.each([...eventTypes.values()])('$type lets a newer producer add fields', ({ validator, sample }) => {
    expect(validator.Check({ ...sample, somethingNew: 1 })).toBe(true);
  });
});

describe('a CloudEvent', () => {
  const event = announce(organisationRegistered, {
    sequence: 3,
    time: new Date(0),
    data: organisationRegistered.sample,
  });
  const headers = { ...cloudEventHeaders(event), ce_id: 'e1' };
  const value = Buffer.from(JSON.stringify(event.data));

  it('in binary mode comes back as it was written', () => {
    expect(readCloudEvent({ headers, value })).toEqual({
      id: 'e1',
      source: 'identity',
      type: 'identity.organisation.registered.v1',
      time: '1970-01-01T00:00:00.000Z',
      subject: organisationRegistered.sample.organisationId,
      sequence: '3',
      data: event.data,
    });
  });

  it('that is a tombstone is null', () => {
    expect(readCloudEvent({ headers, value: null })).toBeNull();
  });

  it('without an id or with broken JSON is none', () => {
    expect(() => readCloudEvent({ headers: { ...headers, ce_id: '' }, value })).toThrow(NotACloudEvent);
    expect(() => readCloudEvent({ headers, value: Buffer.from('{') })).toThrow(NotACloudEvent);
  });
});
