import { type SecretMaker } from './secret-makers.js';

/** What a service's environment is made from, wherever it runs. */
export interface Place {
  /** A folder of the service's own that stays. */
  readonly folder: string;
  /** Every service of the platform, by name. */
  readonly services: readonly string[];
  /** The address of a companion, `http://…`. */
  readonly companion: (name: string) => string;
}

/** Something outside of the platform that a service needs, acted by a small program: an SMS gateway, for instance. */
export interface Companion {
  readonly port: number;
  /** Where a person sees what it was sent: `/messages`. */
  readonly shownAt: string;
  readonly start: (options: CompanionOptions) => Promise<{ stop(): Promise<void> }>;
}

export interface CompanionOptions {
  readonly port: number;
  /** Default: this machine alone. */
  readonly host?: string;
  /** Where what it is sent is shown. */
  readonly print?: (line: string) => void;
}

/** A program of a service that puts example data in, with the service's own environment. */
export interface Seed {
  /** A path in the service's folder. A second run adds nothing. */
  readonly program: string;
  /** Files and folders that the data are made from, by paths from the service's folder: when one changes, it runs again. */
  readonly sources: readonly string[];
}

/**
 * All that the platform must know of a service beside its code, to run it on this machine and in containers. Its default
 * export in `apps/<name>/local.ts` is found by its folder: launcher, containers and tools have no lists of services.
 */
export interface Local {
  /** Below 32768: any outgoing connection may hold a port from there on. */
  readonly port: number;
  /** By the variable that each is given in. Made once, then kept with the data. */
  readonly secrets?: Readonly<Record<string, SecretMaker>>;
  /** What follows from another service's secret, such as the public half of its key. */
  readonly derived?: Readonly<Record<string, DerivedSecret>>;
  /** Variables beside those that every service has. */
  readonly env?: (place: Place) => Readonly<Record<string, string>>;
  readonly companions?: Readonly<Record<string, Companion>>;
  readonly seed?: Seed;
  /** Controllers whose writing routes `npm run chaos` does not load, with the reason for each. */
  readonly withoutLoad?: Readonly<Record<string, string>>;
  /** Tables that hold nothing but what the topics say, so that `npm run rebuild` may make them anew. */
  readonly rebuild?: readonly string[];
}

export interface DerivedSecret {
  readonly service: string;
  readonly secret: string;
  readonly by: (secret: string) => string;
}

/** Says what a service needs around it. */
export function local(needs: Local): Local {
  return needs;
}
