import { describe, expect, it } from '@jest/globals';
import { organisationTopic, reportFiled, reportTopic } from '@jaki/contracts';
import { noticesFrom, type Told } from './notices-from.js';
import { organisation, person } from './whom.js';

const aboutReport: Pick<Told<typeof reportTopic>, 'subject' | 'words'> = {
  subject: ({ reportId, number }) => ({ type: 'report', id: reportId, label: number }),
  words: () => ({}),
};

describe('a declaration of who is told what', () => {
  it('does not compile with an event that the topic does not have, and does not start either', () => {
    // @ts-expect-error the topic has no such event
    const declare = () => noticesFrom(reportTopic, { ...aboutReport, on: { filled: { tell: {} } } });
    expect(declare).toThrow('reports.report.v1 has no event filled');
  });

  it('does not compile with a field that the event does not have', () => {
    const source = noticesFrom(reportTopic, {
      ...aboutReport,
      // @ts-expect-error no event has an owner
      on: { filed: { tell: { one: ({ owner }) => person(String(owner)) } }, routed: { tell: {} } },
    });
    expect(source.events.map(({ type }) => type)).toEqual([reportFiled.type, 'reports.report.routed.v1']);
  });

  it('does not compile with a field that only another event has', () => {
    const early = noticesFrom(reportTopic, {
      ...aboutReport,
      // @ts-expect-error only later does a report have an executor
      on: { filed: { tell: { done: ({ executor }) => person(String(executor)) } } },
    });
    expect(early.templates).toEqual(['done']);
  });

  it('hears the events that it names, of any topic, and no other', () => {
    const source = noticesFrom(organisationTopic, {
      subject: ({ organisationId, name }) => ({ type: 'organisation', id: organisationId, label: name }),
      words: () => ({}),
      on: { changed: { tell: { organisation_changed: ({ organisationId }) => organisation(organisationId) } } },
    });
    expect([source.events.map(({ type }) => type), source.templates]).toEqual([
      ['identity.organisation.changed.v1'],
      ['organisation_changed'],
    ]);
  });
});
