import { defined, newestSeal } from '@jaki/kernel';
import type { Application, Business, BusinessId, BusinessIn, Decision } from './business.js';
import { ProofLacking, ProofTwice } from './errors.js';
import { lackingProofs } from './proofs.js';
import { type By, life } from './workflow.js';

/** A person applies for a business of their own. @throws NotYourStep, ProofTwice */
export function apply(
  application: Application & { readonly id: BusinessId; readonly number: string },
  by: By,
): Decision<BusinessIn<'submitted'>> {
  const { actor } = by;
  life.beginNew('apply', actor);
  refuseTwice(application);
  const recipient = actor.recipient;
  const next = { ...application, state: 'submitted', owner: actor.id, version: 0, ...defined({ recipient }) } as const;
  return life.decide('apply', by, { next, facts: [{ type: 'applied' }] });
}

/** The owner hands it in again, corrected. @throws IllegalTransition, NotYourStep, ProofTwice */
export function resubmit(business: Business, application: Application, by: By): Decision<BusinessIn<'submitted'>> {
  const { id, number, owner, version, recipient } = life.begin('resubmit', business, by.actor);
  refuseTwice(application);
  const kept = { id, number, owner, version, ...defined({ recipient }), ...newestSeal(by.actor) };
  const next = { ...application, ...kept, state: 'submitted' } as const;
  return life.decide('resubmit', by, { next, facts: [{ type: 'resubmitted' }] });
}

/** An officer returns it to be corrected: the reason is the note. */
export function giveBack(business: Business, by: By): Decision<BusinessIn<'returned'>> {
  const submitted = life.begin('return', business, by.actor);
  return life.decide('return', by, { next: { ...submitted, state: 'returned' }, facts: [{ type: 'returned' }] });
}

/** An officer refuses it for good: the reason is the note. */
export function refuse(business: Business, by: By): Decision<BusinessIn<'refused'>> {
  const submitted = life.begin('refuse', business, by.actor);
  return life.decide('refuse', by, { next: { ...submitted, state: 'refused' }, facts: [{ type: 'refused' }] });
}

/** An officer finds that it is what it says. @throws IllegalTransition, NotYourStep, ProofLacking */
export function verify(business: Business, by: By & { readonly today: string }): Decision<BusinessIn<'verified'>> {
  const submitted = life.begin('verify', business, by.actor);
  refuseLacking(submitted, by.today);
  return life.decide('verify', by, { next: { ...submitted, state: 'verified' }, facts: [{ type: 'verified' }] });
}

/** An officer stops it for the time being: the reason is the note. */
export function suspend(business: Business, by: By): Decision<BusinessIn<'suspended'>> {
  const verified = life.begin('suspend', business, by.actor);
  return life.decide('suspend', by, { next: { ...verified, state: 'suspended' }, facts: [{ type: 'suspended' }] });
}

/** It may go on. @throws IllegalTransition, NotYourStep, ProofLacking when a proof ended meanwhile */
export function resume(business: Business, by: By & { readonly today: string }): Decision<BusinessIn<'verified'>> {
  const suspended = life.begin('resume', business, by.actor);
  refuseLacking(suspended, by.today);
  return life.decide('resume', by, { next: { ...suspended, state: 'verified' }, facts: [{ type: 'resumed' }] });
}

/** Its owner says which QRIS code customers pay by; a later one replaces it. */
export function registerPaymentCode(business: Business, by: By): Decision<BusinessIn<'verified'>> {
  const verified = life.begin('register_payment_code', business, by.actor);
  const next = { ...verified, ...newestSeal(by.actor) } as const;
  return life.decide('register_payment_code', by, { next, facts: [{ type: 'payment_code_registered' }] });
}

/** Its owner ends it. */
export function close(business: Business, by: By): Decision<BusinessIn<'closed'>> {
  const open = life.begin('close', business, by.actor);
  const next = { ...open, ...newestSeal(by.actor), state: 'closed' } as const;
  return life.decide('close', by, { next, facts: [{ type: 'closed' }] });
}

function refuseTwice({ proofs }: Application): void {
  const kinds = proofs.map(({ kind }) => kind);
  const twice = kinds.find((kind, index) => kinds.indexOf(kind) !== index);
  if (twice !== undefined) throw new ProofTwice(twice);
}

function refuseLacking(business: Application, today: string): void {
  const lacking = lackingProofs(business, today);
  if (lacking.length > 0) throw new ProofLacking(lacking);
}
