import { call } from '../demo/caller.js';
import { Login } from '../demo/login.js';
import { type Addresses } from '../dev/addresses.js';
import { type components as notifications } from '../generated/rest/notifications.js';
import { type components as reports } from '../generated/rest/reports.js';

type Reports = reports['schemas'];
type Notifications = notifications['schemas'];

/** Somebody whom the platform has never seen, logged in by phone, with a token for each service. */
export class Newcomer {
  private constructor(
    private readonly addresses: Addresses,
    readonly tokens: Readonly<Record<'identity' | 'reports' | 'notifications', string>>,
  ) {}

  static async logIn(addresses: Addresses, phone: string): Promise<Newcomer> {
    const login = new Login(addresses);
    const identity = await login.withCode(phone);
    const reports = await login.refresh(identity.refresh_token, 'reports');
    const notifications = await login.refresh(reports.refresh_token, 'notifications');
    return new Newcomer(addresses, {
      identity: identity.access_token,
      reports: reports.access_token,
      notifications: notifications.access_token,
    });
  }

  /** @throws Refused for any answer that is no 2xx */
  file(report: object = {}): Promise<Reports['FiledReportView']> {
    const json = { category: 'flood', description: 'Banjir', pin: { lat: -6.1754, long: 106.8272 }, ...report };
    return call({ url: `${this.addresses.of('reports')}/v1/reports`, token: this.tokens.reports, json });
  }

  /** Marks the own notices as read, up to that one. */
  async readUpTo(sequence: number): Promise<void> {
    const url = `${this.addresses.of('notifications')}/v1/inbox/read-up-to`;
    await call({ url, token: this.tokens.notifications, json: { sequence } });
  }

  async notices(): Promise<Notifications['NoticeView'][]> {
    const url = `${this.addresses.of('notifications')}/v1/inbox?limit=100`;
    const token = this.tokens.notifications;
    return (await call<Notifications['InboxView']>({ url, method: 'GET', token })).items;
  }
}

/** A phone number that nobody else has in this run. */
export function anyPhone(): string {
  return `+62813${String(Math.floor(Math.random() * 1e8)).padStart(8, '0')}`;
}
