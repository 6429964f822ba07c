import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { reportFiled, reportTopic } from '@jaki/contracts';
import { eventMessage, eventually, queryOnce, TopicWriter } from '@jaki/testing';
import { type Platform, startPlatform } from '../dev/platform.js';
import { serviceNames } from '../dev/services.js';
import { readAlerts } from '../operations/alert-rules.js';
import { dashboardFaults } from '../operations/dashboard.js';
import { seriesIn } from '../operations/promql.js';
import { tablesOf } from '../rebuild/rebuildable.js';
import { anyPhone, Newcomer } from './newcomer.js';
import { runTool } from './run-tool.js';

const MINUTE = 60_000;
const PATIENCE = { within: 40_000, every: 250 };

interface Listed {
  readonly id: string;
  readonly service: string;
  readonly state: string;
  readonly key: string;
}

describe('a person who operates the platform', () => {
  let platform: Platform;
  let writer: TopicWriter;

  beforeAll(async () => {
    platform = await startPlatform({ quiet: true, heals: false });
    writer = new TopicWriter([platform.addresses.kafka]);
  }, 3 * MINUTE);
  afterAll(async () => {
    await writer.close();
    await (platform as Platform | undefined)?.stop();
  }, MINUTE);

  const notificationsSql = <Row extends object>(text: string, values: unknown[] = []) =>
    queryOnce<Row>(platform.addresses.database('notifications'), text, values);

  describe('with npm run rebuild', () => {
    const rebuild = (...words: string[]) => runTool('rebuild/rebuild.ts', words, platform.addresses.folder);
    const where = () => [
      '--database',
      platform.addresses.database('notifications'),
      '--brokers',
      platform.addresses.kafka,
    ];
    const eventsWaiting = async () => {
      const metrics = await (await fetch(`${platform.addresses.of('notifications')}/metrics`)).text();
      const lags = [...metrics.matchAll(/^consumer_lag\{[^}]*\} (\d+)/gm)].map(([, lag]) => Number(lag));
      return lags.length === 0 ? 1 : lags.reduce((sum, lag) => sum + lag, 0);
    };
    /** All that can be seen of the service's state: not ids that it makes up itself, nor salts. */
    const state = async () => ({
      notices: await notificationsSql(`SELECT event_id, recipient_id, event_type, template, at, read_at FROM notice
        ORDER BY event_id, recipient_id`),
      inboxes: await notificationsSql(`SELECT id, kind, last_sequence, unread_count,
        (SELECT max(sequence) - count(*) FROM notice WHERE recipient_id = recipient.id) AS gaps FROM recipient ORDER BY id`),
      organisations: await notificationsSql('SELECT * FROM organisation ORDER BY id'),
      waiting: await notificationsSql('SELECT * FROM parked_notice ORDER BY event_id, place'),
    });

    it(
      'brings notifications to the same state from its events alone, read marks included',
      async () => {
        const notifications = platform.service('notifications');
        const citizen = await Newcomer.logIn(platform.addresses, anyPhone());
        for (let n = 0; n < 5; n += 1) await citizen.file();
        await eventually(async () => expect(await citizen.notices()).toHaveLength(5), PATIENCE);
        await citizen.readUpTo(3);
        const [before, told] = [await state(), await citizen.notices()];
        expect(before.inboxes).toContainEqual(expect.objectContaining({ last_sequence: 5, unread_count: 2 }));

        const tooEarly = await rebuild('notifications', ...where());
        expect(tooEarly.err).toMatch(/^notifications still reads its topics: stop every instance of it first/);
        expect(await state()).toEqual(before);

        await notifications.stop();
        const started = await rebuild('notifications', ...where());
        expect(started).toMatchObject({ code: 0, err: '' });
        expect((await state()).notices).toEqual([]);
        await notifications.start();
        await eventually(async () => expect(await eventsWaiting()).toBe(0), PATIENCE);
        expect((await state()).inboxes).not.toEqual(before.inboxes);

        const finished = await rebuild('notifications', '--finish', ...where());
        expect(finished).toMatchObject({ code: 0, err: '', out: expect.stringContaining('3 read marks') as unknown });
        expect(await state()).toEqual(before);
        expect(inAnyOrder(await citizen.notices())).toEqual(inAnyOrder(told));
        const twice = await rebuild('notifications', '--finish', ...where());
        expect(twice.out).toContain('nothing to finish');
      },
      3 * MINUTE,
    );

    it('knows every table of the service', async () => {
      const names = await notificationsSql<{ name: string }>(`SELECT table_name AS name FROM information_schema.tables
        WHERE table_schema = 'public' AND table_name NOT LIKE '\\_%' ORDER BY 1`);
      expect(names.map(({ name }) => name)).toEqual([...tablesOf('notifications')].sort());
    });

    it(
      'refuses a service whose state is not made of events',
      async () => {
        expect((await rebuild('reports', ...where())).err).toMatch(/^reports cannot be rebuilt: /);
      },
      MINUTE,
    );
  });

  describe('with npm run dlq', () => {
    const dlq = (...words: string[]) => runTool('dlq/dlq.ts', words, platform.addresses.folder);
    const list = async (...words: string[]) => JSON.parse((await dlq('list', '--json', ...words)).out) as Listed[];

    /** A filed report whose data nobody can read. */
    const poison = async () => {
      const reportId = randomUUID();
      const data = { ...reportFiled.sample, reportId };
      const { message, id: eventId } = eventMessage(reportFiled, data, { sequence: 1 });
      await writer.write(reportTopic.name, { ...message, value: '{"reportId": "\\u001b[31mred"}' });
      const letter = await eventually(async () => {
        const found = (await list('--service', 'notifications')).find(({ key }) => key === reportId);
        if (found === undefined) throw new Error('not dead yet');
        return found;
      }, PATIENCE);
      return { id: letter.id, eventId, sound: String(message.value) };
    };

    it(
      'sees what waits in a table with how to go on, and one letter whole, harmless to the terminal',
      async () => {
        const { id, eventId } = await poison();
        const listed = await dlq('list');
        expect(listed.code).toBe(0);
        expect(listed.out).toMatch(/^ID +SERVICE +STATE +DIED +NEXT TRY +TRIES +EVENT +ERROR$/m);
        expect(listed.out).toMatch(new RegExp(`^${id} +notifications +dead .* DoesNotFitSchema`, 'm'));
        expect(listed.out).toContain('npm run dlq -- show ID');
        const { out } = await dlq('show', id);
        for (const part of [eventId, 'ce_type', reportFiled.type, '[31mred']) expect(out).toContain(part);
        expect(out).not.toContain('\u001b');
        const whole = JSON.parse((await dlq('show', id, '--json')).out) as object;
        expect(whole).toMatchObject({ service: 'notifications', value: { json: { reportId: '\u001b[31mred' } } });
      },
      2 * MINUTE,
    );

    it(
      'replays: what is still wrong fails again, what was mended has its effect, once',
      async () => {
        const { id, eventId, sound } = await poison();
        const failed = await dlq('replay', id);
        expect(failed.code).toBe(1);
        expect(failed.out).toContain(`${id} failed again, waits for a person: DoesNotFitSchema`);
        await notificationsSql('UPDATE messaging.dead_letter SET value = $2 WHERE id = $1', [id, Buffer.from(sound)]);
        expect(await dlq('replay', id)).toMatchObject({ code: 0, out: `${id} replayed: it had its effect\n` });
        expect(await list('--state', 'replayed')).toMatchObject([{ id }]);
        const inbox = 'SELECT state FROM messaging.inbox WHERE event_id = $1';
        expect(await notificationsSql(inbox, [eventId])).toEqual([{ state: 'done' }]);
        const again = await dlq('replay', id);
        expect(again).toMatchObject({ code: 1, err: `${id} was replayed already, so it cannot be replayed.\n` });
      },
      2 * MINUTE,
    );

    it(
      'replays all letters of a type, and no other',
      async () => {
        const { id } = await poison();
        const none = await dlq('replay', '--all', '--type', 'reports.report.routed.v1');
        expect(none).toMatchObject({ code: 0, out: 'No dead letters to replay.\n' });
        const all = await dlq('replay', '--all', '--type', reportFiled.type, '--json');
        expect(JSON.parse(all.out)).toMatchObject({ asked: (await list()).length });
        expect(all.out).toContain(id);
      },
      2 * MINUTE,
    );

    it(
      'discards for a reason, which is kept',
      async () => {
        const { id } = await poison();
        expect((await dlq('discard', id)).err).toContain('Say why');
        const discarded = await dlq('discard', id, '--reason', 'a test of the import');
        expect(discarded.out).toContain('is discarded: a test of the import');
        expect(await list('--state', 'discarded')).toMatchObject([{ id }]);
        expect((await dlq('show', id)).out).toContain('a test of the import');
        expect((await list()).map((letter) => letter.id)).not.toContain(id);
      },
      2 * MINUTE,
    );

    it(
      'is told in one sentence what is wrong and what to do',
      async () => {
        const nobody = await dlq('show', randomUUID());
        expect(nobody.err).toMatch(/^There is no dead letter \S+ in identity, .*npm run dlq -- list.*\n$/);
        const away = await dlq('list', '--database', 'postgres://nobody@127.0.0.1:1/x');
        expect(away).toMatchObject({ code: 1, err: expect.stringMatching(/^The database does not answer/) as unknown });
        const elsewhere = await runTool('dlq/dlq.ts', ['list'], `${platform.addresses.folder}/none`);
        expect(elsewhere.err).toMatch(/^No platform runs from .*npm start/);
      },
      2 * MINUTE,
    );
  });

  describe('with alerts and a dashboard', () => {
    const root = new URL('../../', import.meta.url);
    const read = (path: string) => readFileSync(new URL(path, root), 'utf8');
    const runbooks = new Set(readdirSync(new URL('docs/runbooks', root)).map((name) => `docs/runbooks/${name}`));
    const series = async () => {
      const urls = serviceNames.map((name) => `${platform.addresses.of(name)}/metrics`);
      const texts = await Promise.all(urls.map(async (url) => (await fetch(url)).text()));
      return new Set(texts.flatMap((text) => [...seriesIn(text)]));
    };

    it('has alerts whose every metric a running service has, each with its runbook', async () => {
      const { alerts, faults } = readAlerts(read('operations/alerts.yml'), { series: await series(), runbooks });
      expect(faults).toEqual([]);
      expect(alerts.length).toBeGreaterThan(8);
      for (const { alert, annotations } of alerts) expect(read(annotations.runbook)).toContain(alert);
    });

    it('has a dashboard whose every metric a running service has', async () => {
      expect(dashboardFaults(read('operations/dashboard.json'), await series())).toEqual([]);
    });

    it.each([
      ['a metric that no service has', 'outbox_dead', 'outbox_daed', 'no service has the metric outbox_daed'],
      ['no PromQL', '(outbox_dead) > 0', '(outbox_dead > 0', 'no PromQL at'],
      [
        'a runbook that is not there',
        'an-event-cannot-be-sent',
        'ask-somebody',
        'there is no docs/runbooks/ask-somebody',
      ],
      ['no severity that anybody knows', 'severity: ticket', 'severity: urgent', 'must be equal to one of'],
      ['a wait that is no duration', 'for: 10m', 'for: a while', 'must match pattern'],
    ])('would be told of an alert with %s', async (_, sound, planted, fault) => {
      const known = { series: await series(), runbooks };
      const yaml = read('operations/alerts.yml');
      expect(yaml).toContain(sound);
      expect(readAlerts(yaml.replace(sound, planted), known).faults.join()).toContain(fault);
    });

    it('would be told of a panel with a metric that no service has', async () => {
      const json = read('operations/dashboard.json').replace('consumer_lag', 'consumer_leg');
      expect(dashboardFaults(json, await series()).join()).toContain('no service has the metric consumer_leg');
    });
  });
});

/** Ids are made anew, and events of different reports have no order among each other. */
function inAnyOrder(notices: readonly object[]): string[] {
  return notices.map((notice) => JSON.stringify({ ...notice, id: undefined, sequence: undefined })).sort();
}
