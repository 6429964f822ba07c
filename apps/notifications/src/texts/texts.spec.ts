import { describe, expect, it } from '@jest/globals';
import { type OrganisationId, type RegionCode, type ReportId } from '@jaki/kernel';
import { openCity } from '@jaki/regions';
import { noticeTable, type Reference } from '../telling/domain/notices.js';
import { localeOf, locales } from './locale.js';
import { Texts } from './texts.js';

const texts = new Texts(openCity());
const names = { organisation: (id: OrganisationId) => `Dinas ${id}`, office: () => 'Kelurahan Gambir' };
const nobody = { organisation: () => undefined, office: () => undefined };
const about: Reference = {
  reportId: 'r1' as ReportId,
  number: 'JK2611220001',
  category: 'flood',
  region: '31.71.01.1001' as RegionCode,
  agency: 'A' as OrganisationId,
  subAgency: 'B' as OrganisationId,
  executor: 'C' as OrganisationId,
  finishBy: '2026-12-01',
  reason: 'duplicate',
};
const templates = Object.values(noticeTable).flatMap((row) => Object.values(row));

describe.each(locales)('the texts in %s', (locale) => {
  it('are there for every template of the table, and no others', () => {
    expect(texts.templatesIn(locale).sort()).toEqual([...templates].sort());
  });

  it.each(templates)('%s: has all its values and no leftover', (template) => {
    const { title, body } = texts.render(locale, { template: template, about }, names);
    expect(`${title} ${body}`).not.toMatch(/[{}]|undefined|Invalid/);
    expect(`${title} ${body}`).toContain('JK2611220001');
  });
});

describe('a text', () => {
  it('names organisations as they are called now, and the city as it calls its things', () => {
    expect(texts.render('id', { template: 'report_dispatched', about }, names).body).toBe(
      'Dinas A menugaskan Dinas B untuk menangani laporan Anda (banjir).',
    );
    expect(texts.render('en', { template: 'report_queued', about }, names).body).toBe(
      'JK2611220001: flood, area of Kelurahan Gambir.',
    );
    expect(texts.render('en', { template: 'report_rejected', about }, names).body).toContain('already reported');
  });

  it('shows a promised day as that day, in the words of the language', () => {
    expect(texts.render('id', { template: 'finish_promised', about }, names).title).toContain('1 Desember 2026');
    expect(texts.render('en', { template: 'finish_promised', about }, names).title).toContain('December 1, 2026');
  });

  it('stays readable where a name or a label is not known', () => {
    const strange = { ...about, category: 'lost_cats' };
    expect(texts.render('id', { template: 'report_received', about: strange }, nobody).body).toBe(
      'Laporan Anda (lost cats) sudah diterima dan menunggu ditangani oleh kelurahan setempat.',
    );
    expect(texts.render('en', { template: 'work_started', about: strange }, nobody).body).toContain(
      'The organisation responsible',
    );
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
    ['en;q=nonsense', 'id'],
  ])('who asks for %j is %s', (header, locale) => {
    expect(localeOf(header)).toBe(locale);
  });
});
