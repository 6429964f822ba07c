import { type Addresses } from '../dev/addresses.js';
import { type components } from '../generated/rest/identity.js';
import { call } from './caller.js';
import { Login } from './login.js';
import { type Timeline } from './timeline.js';

type Me = components['schemas']['MeView'];

/** Who somebody is in the story, and by which phone. */
export interface Part {
  readonly role: string;
  readonly title: string;
  readonly phone: string;
}

interface Surroundings {
  readonly addresses: Addresses;
  readonly timeline: Timeline;
}

/** Somebody who plays in the story, logged in by phone, with a token for each service. */
export class Actor {
  private constructor(
    private readonly part: Part,
    private readonly around: Surroundings,
    private readonly tokens: ReadonlyMap<string, string>,
    /** The organisation that the actor acts for. */
    readonly organisation: string | undefined,
  ) {}

  /** Logs in as everyone does: a code by text message, then a token for each service, one after the other. */
  static async logIn(part: Part, services: readonly string[], around: Surroundings): Promise<Actor> {
    const { addresses, timeline } = around;
    const login = new Login(addresses, { timeline, who: part.title });
    let last = await login.withCode(part.phone);
    const me = await call<Me>({ url: `${addresses.of('identity')}/v1/me`, method: 'GET', token: last.access_token });
    const organisation = me.memberships[0]?.organisation.id;
    const tokens = new Map<string, string>();
    for (const service of services) {
      last = await login.refresh(last.refresh_token, service, organisation);
      tokens.set(service, last.access_token);
    }
    return new Actor(part, around, tokens, organisation);
  }

  get role(): string {
    return this.part.role;
  }

  /** A command to a service, part of the timeline. */
  tell<Answer>(
    service: string,
    path: string,
    body: { json: object } | { form: FormData } = { json: {} },
  ): Promise<Answer> {
    const report = { timeline: this.around.timeline, who: this.part.title };
    return call<Answer>({ ...this.#to(service, path), ...body }, report);
  }

  /** A question to a service, part of the timeline. */
  ask<Answer>(service: string, path: string): Promise<Answer> {
    const report = { timeline: this.around.timeline, who: this.part.title };
    return call<Answer>({ ...this.#to(service, path), method: 'GET' }, report);
  }

  /** A look at a service, which is no part of the story. */
  look<Answer>(service: string, path: string): Promise<Answer> {
    return call<Answer>({ ...this.#to(service, path), method: 'GET' });
  }

  #to(service: string, path: string): { url: string; token: string } {
    const token = this.tokens.get(service);
    if (token === undefined) throw new RangeError(`${this.part.role} has no token for ${service}`);
    return { url: `${this.around.addresses.of(service)}/v1/${path}`, token };
  }
}
