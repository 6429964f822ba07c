import { type Addresses } from '../dev/addresses.js';
import { type components } from '../generated/rest/identity.js';
import { call } from './caller.js';
import { cast, type Role } from './cast.js';
import { Login } from './login.js';
import { type Timeline } from './timeline.js';

type Me = components['schemas']['MeView'];

/** Somebody who plays in the story, logged in by phone, with a token for each service. */
export class Actor {
  private constructor(
    readonly role: Role,
    private readonly stage: { readonly addresses: Addresses; readonly timeline: Timeline },
    private readonly tokens: Readonly<Record<'reports' | 'notifications', string>>,
    /** The organisation that the actor acts for. */
    readonly organisation: string | undefined,
  ) {}

  /** Logs in as everyone does: a code by text message, then a token for each service, one after the other. */
  static async logIn(role: Role, addresses: Addresses, timeline: Timeline): Promise<Actor> {
    const login = new Login(addresses, { timeline, who: cast[role].title });
    const first = await login.withCode(cast[role].phone);
    const me = await call<Me>({ url: `${addresses.of('identity')}/v1/me`, method: 'GET', token: first.access_token });
    const organisation = me.memberships[0]?.organisation.id;
    const second = await login.refresh(first.refresh_token, 'reports', organisation);
    const third = await login.refresh(second.refresh_token, 'notifications', organisation);
    const tokens = { reports: second.access_token, notifications: third.access_token };
    return new Actor(role, { addresses, timeline }, tokens, organisation);
  }

  /** A command to reports, part of the timeline. */
  async tell<Answer>(path: string, body: { json: object } | { form: FormData } = { json: {} }): Promise<Answer> {
    const url = `${this.stage.addresses.of('reports')}/v1/${path}`;
    const who = cast[this.role].title;
    return call<Answer>({ url, token: this.tokens.reports, ...body }, { timeline: this.stage.timeline, who });
  }

  /** A look at a service, which is no part of the story. */
  look<Answer>(service: 'reports' | 'notifications', path: string): Promise<Answer> {
    return call<Answer>({
      url: `${this.stage.addresses.of(service)}/v1/${path}`,
      method: 'GET',
      token: this.tokens[service],
    });
  }
}
