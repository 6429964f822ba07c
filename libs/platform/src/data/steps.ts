import { type Transaction } from 'kysely';
import { type Clock } from '@jaki/kernel';
import { type Outbox } from '@jaki/messaging';
import { type Database } from './database.js';
import { type RequestKey } from './request-key.js';

/** Who asks for a step of what, and what they say with it. */
export interface StepRequest<Actor> {
  readonly id: string;
  readonly actor: Actor;
  readonly note?: string | undefined;
  readonly once?: RequestKey | undefined;
}

/** One that must give its reason in words. */
export type ReasonedRequest<Actor> = StepRequest<Actor> & { readonly note: string };

/** What it was a step of, and its state now. */
export interface StepTaken {
  readonly id: string;
  readonly number: string;
  readonly state: string;
}

type Announced = Parameters<Outbox['add']>[1];

/** How one kind of thing is loaded, saved and announced: what its steps have in common. */
export interface Stepped<DB, Actor, Subject, Decision extends { readonly next: StepTaken }> {
  /** Locks it until the transaction ends. @throws DomainError when to the actor it does not exist */
  readonly load: (tx: Transaction<DB>, id: string, actor: Actor) => Promise<Subject>;
  readonly save: (tx: Transaction<DB>, decision: Decision, at: Date) => Promise<void>;
  readonly announce: (decision: Decision) => Announced;
}

/** Who takes a step, when, and what they say with it. */
interface StepBy<Actor> {
  readonly actor: Actor;
  readonly at: Date;
  readonly note?: string | undefined;
}

/** The frame of all steps of what exists: load, decide, save, announce, in one transaction. */
export class Steps {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @throws what `load` throws when there is no such thing for the actor, and whatever the decision refuses */
  take<DB, Actor, Subject, Decision extends { readonly next: StepTaken }>(
    { load, save, announce }: Stepped<DB, Actor, Subject, Decision>,
    { id, actor, note, once }: StepRequest<Actor>,
    decide: (subject: Subject, by: StepBy<Actor>, tx: Transaction<DB>) => Decision | Promise<Decision>,
  ): Promise<StepTaken> {
    return (this.db as Database<DB>).transaction(
      async (tx) => {
        const subject = await load(tx, id, actor);
        const at = this.clock.now();
        const decision = await decide(subject, { actor, at, note }, tx);
        await save(tx, decision, at);
        await this.outbox.add(tx, announce(decision));
        const { next } = decision;
        return { id: next.id, number: next.number, state: next.state };
      },
      { once },
    );
  }
}
