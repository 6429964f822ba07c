/** An organisation as everybody may see it. */
export class OrganisationView {
  readonly id!: string;
  readonly name!: string;
  readonly kind!: string;
  readonly parentId?: string;
  readonly regions!: string[];
  readonly categories!: string[];
  /** Counts its changes. */
  readonly version!: number;
}

export class ActingForView {
  readonly id!: string;
  readonly name!: string;
  readonly kind!: string;
}

export class MembershipView {
  /** Its id is the `organisation` of a token request. */
  readonly organisation!: ActingForView;
  readonly roles!: string[];
  readonly regions!: string[];
}

export class MeView {
  /** The caller's id in this service only. */
  readonly id!: string;
  readonly memberships!: MembershipView[];
}
