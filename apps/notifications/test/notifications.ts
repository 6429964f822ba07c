import { randomUUID } from 'node:crypto';
import { type EventData, organisationRegistered, reportFiled, reportRouted, reportWorkStarted } from '@jaki/contracts';
import { Clock, newId } from '@jaki/kernel';
import { type ServiceUnderTest, startService } from '@jaki/testing';
import { AppModule } from '../src/app.module.js';
import { type NoticeView } from '../src/inbox/queries/views.dto.js';
import { environment } from './environment.js';

let kelurahan = 1001;

/** Another kelurahan each time, so that the organisations of two tests do not meet. */
export function freshKelurahan(): string {
  kelurahan += 1;
  return `31.71.09.${kelurahan}`;
}

/** The service, and the few words in which its tests speak. */
export async function startNotifications(clock: Clock = new Clock()) {
  const { secrets, seal } = await environment();
  const providers = [{ provide: Clock, useValue: clock }];
  const service = await startService(AppModule, { env: secrets, providers });
  return { service, seal, ...wordsFor(service) };
}

function wordsFor(service: ServiceUnderTest) {
  return {
    /** A person with the token that opens the person's inbox. */
    person: async () => {
      const id = randomUUID();
      return { id, token: await service.token({ sub: id }) };
    },
    /** Announces an organisation; the token is that of somebody who acts for it. */
    organisation: async (of: { kind: string; regions?: string[]; name?: string }) => {
      const { kind, regions = [], name = `${kind} (contoh)` } = of;
      const id = newId();
      const data = { organisationId: id, name, kind, regions, categories: [] };
      const arrive = () => service.deliver(organisationRegistered, data, { sequence: 1 });
      const roles = [kind === 'validator' ? 'validator' : 'officer'];
      const token = await service.token({ roles, organisation: { id, kind, regions } });
      return { id, token, arrive, data };
    },
    inbox: async (token: string, query = '', headers: Record<string, string> = {}) => {
      const { status, body } = await service.http.get<{ items: NoticeView[] }>(`/v1/inbox${query}`, { token, headers });
      if (status !== 200) throw new Error(`the inbox answered ${status}: ${JSON.stringify(body)}`);
      return body.items;
    },
    unread: async (token: string) =>
      (await service.http.get<{ unread: number }>('/v1/inbox/unread-count', { token })).body.unread,
  };
}

/** Data of events about one new report in a region. */
export function aReport(region: string, recipient?: string) {
  const reportId: string = newId();
  const of = { reportId, region, ...(recipient === undefined ? {} : { recipient }) };
  return {
    reportId,
    filed: { ...reportFiled.sample, ...of } satisfies EventData<typeof reportFiled>,
    routed: (agency: string) => ({ ...reportRouted.sample, ...of, agency }),
    started: (executor: string) => ({ ...reportWorkStarted.sample, ...of, executor }),
  };
}
