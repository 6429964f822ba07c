import type { FactStamp, Id, OrganisationId, PersonId, RecipientSeal, RegionCode } from '@jaki/kernel';
import type { Proof, RiskClass } from './proofs.js';
import type { State } from './states.js';

export type BusinessId = Id<'business'>;

/** What a business is, by how it sells. */
export const businessKinds = ['shop', 'stall', 'farmer', 'fisher', 'maker', 'brand'] as const;
export type BusinessKind = (typeof businessKinds)[number];

/** What its owner says of a business, and an officer checks. */
export interface Application {
  readonly name: string;
  readonly kind: BusinessKind;
  /** The kelurahan in which it is. */
  readonly region: RegionCode;
  /** Nomor Induk Berusaha, 13 digits; absent while it has none yet. */
  readonly nib?: string;
  /** What it does: a class of five digits of the national classification (KBLI). */
  readonly kbli: string;
  readonly risk: RiskClass;
  readonly proofs: readonly Proof[];
}

/** What is true of a business in every state; `version` counts the facts about it. */
interface Known extends Application {
  readonly id: BusinessId;
  /** What people call its application by: `U000123`. */
  readonly number: string;
  readonly owner: PersonId;
  readonly recipient?: RecipientSeal;
  readonly version: number;
}

export type BusinessIn<S extends State> = Known & { readonly state: S };
export type Business = { [S in State]: BusinessIn<S> }[State];

/** Who acts or looks, as their token says. */
export interface Actor {
  readonly id: PersonId;
  readonly roles: readonly string[];
  readonly recipient?: RecipientSeal;
  /** The organisation acted for. */
  readonly organisation?: {
    readonly id: OrganisationId;
    readonly kind: string;
    readonly regions: readonly string[];
  };
}

/** What happened, without when and by whom. Each is called as its event is. */
export interface FactBody {
  readonly type:
    | 'applied'
    | 'resubmitted'
    | 'returned'
    | 'refused'
    | 'verified'
    | 'suspended'
    | 'resumed'
    | 'closed'
    | 'payment_code_registered';
}

/** Something that happened to a business. */
export type Fact = FactBody & FactStamp;

/** What a step leads to: the business after it, and what there is to tell. */
export interface Decision<Next extends Business = Business> {
  readonly next: Next;
  readonly facts: readonly Fact[];
}
