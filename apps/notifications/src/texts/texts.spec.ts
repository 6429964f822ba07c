import { describe, expect, it } from '@jest/globals';
import { type OrganisationId, type RegionCode } from '@jaki/kernel';
import { openCity } from '@jaki/regions';
import { sources } from '../sources/index.js';
import { type Reference } from '../telling/domain/notices.js';
import { localeOf, locales } from './locale.js';
import { Texts } from './texts.js';

const texts = new Texts(openCity());
const names = { organisation: (id: OrganisationId) => `Dinas ${id}`, office: () => 'Kelurahan Gambir' };
const nobody = { organisation: () => undefined, office: () => undefined };
const organisation = (id: string) => ({ organisation: id as OrganisationId });
const about: Reference = {
  subject: { type: 'report', id: 'r1', label: 'JK2611220001' },
  words: {
    category: { code: 'flood', list: 'categories' },
    office: { office: '31.71.01.1001' as RegionCode },
    agency: organisation('A'),
    subAgency: organisation('B'),
    executor: organisation('C'),
    finishBy: { day: '2026-12-01' },
    reason: { code: 'duplicate', list: 'rejection-reasons' },
  },
};
const told = (template: string, of = about) => ({ event: 'reports.report.any.v1', template, about: of });
const contexts = [...new Set(sources.map(({ topic }) => topic.owner))];
const everyEvent = sources.flatMap((source) => source.events.map((event) => ({ source, event, type: event.type })));

/** Everybody whom an event can name. */
const sealed = ({ schema }: (typeof everyEvent)[number]['event']) => {
  const fields = Object.entries(schema.properties).filter(
    ([, field]) => 'title' in field && field.title === 'sealed recipient',
  );
  return Object.fromEntries(fields.map(([name]) => [name, 'a..b.c.d']));
};

describe.each(locales)('the texts in %s', (locale) => {
  it.each(contexts)('of %s are there for every template that its sources name, and no others', (context) => {
    const named = sources.filter(({ topic }) => topic.owner === context).flatMap(({ templates }) => templates);
    expect(texts.templatesIn(context, locale).sort()).toEqual(named.toSorted());
  });

  it.each(everyEvent)('have all their values from $type, and no leftover', ({ source, event }) => {
    const news = source.read({ type: event.type, data: { ...event.sample, ...sealed(event) } });
    expect(news.notices.length).toBeGreaterThan(0);
    for (const { template } of news.notices) {
      const { title, body } = texts.render(locale, { event: event.type, template, about: news.about }, names);
      // What today's texts cannot say of a stored notice is its subject alone: no new one may be said so.
      expect([title === news.about.subject.label, body === '']).toEqual([false, false]);
      expect(`${title} ${body}`).not.toMatch(/[{}]|undefined|Invalid/);
      expect(`${title} ${body}`).toContain(news.about.subject.label);
    }
  });
});

describe('a text', () => {
  it('names organisations as they are called now, and the city as it calls its things', () => {
    expect(texts.render('id', told('report_dispatched'), names).body).toBe(
      'Dinas A menugaskan Dinas B untuk menangani laporan Anda (banjir).',
    );
    expect(texts.render('en', told('report_queued'), names).body).toBe(
      'JK2611220001: flood, area of Kelurahan Gambir.',
    );
    expect(texts.render('en', told('report_rejected'), names).body).toContain('already reported');
  });

  it('shows a promised day as that day, in the words of the language', () => {
    expect(texts.render('id', told('finish_promised'), names).title).toContain('1 Desember 2026');
    expect(texts.render('en', told('finish_promised'), names).title).toContain('December 1, 2026');
  });

  it('that is no longer there, or speaks of what an older notice does not hold, leaves the subject readable', () => {
    const label = { title: 'JK2611220001', body: '' };
    expect(texts.render('id', told('no_such_text'), names)).toEqual(label);
    expect(texts.render('id', { ...told('report_received'), event: 'nobody.thing.done.v1' }, names)).toEqual(label);
    const { finishBy: _, ...words } = about.words;
    const { title } = texts.render('en', told('finish_promised', { ...about, words }), names);
    expect(title).toBe('JK2611220001');
  });

  it('stays readable where a name or a label is not known', () => {
    const strange = { ...about, words: { ...about.words, category: { code: 'lost_cats', list: 'categories' } } };
    expect(texts.render('id', told('report_received', strange), nobody).body).toBe(
      'Laporan Anda (lost cats) sudah diterima dan menunggu ditangani oleh kelurahan setempat.',
    );
    expect(texts.render('en', told('work_started', strange), nobody).body).toContain('The organisation responsible');
  });
});

describe('the language of a reader', () => {
  it.each([
    [undefined, 'id'],
    ['', 'id'],
    ['en', 'en'],
    ['en-GB,en;q=0.9', 'en'],
    ['id-ID,id;q=0.9,en;q=0.8', 'id'],
    ['en;q=0.5, id;q=0.7', 'id'],
    ['fr, en;q=0.3', 'en'],
    ['in', 'id'],
    ['fr', 'id'],
    ['en;q=0', 'id'],
    ['*', 'id'],
    ['id;q=0,*', 'en'],
    ['en;q=0,*', 'id'],
    ['in;q=0, *;q=0.1', 'en'],
    ['*;q=0', 'id'],
    ['*;q=0.9, id;q=0.1', 'en'],
    ['en;q=nonsense', 'id'],
  ])('who asks for %j is %s', (header, locale) => {
    expect(localeOf(header)).toBe(locale);
  });
});
