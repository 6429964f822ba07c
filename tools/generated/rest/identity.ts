export interface paths {
  '/v1/otp-challenges': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Sends a one-time code to a phone, whether or not it is known here.
     * @description For everybody.
     */
    post: operations['OtpChallengesController_request'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/organisations': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * All organisations, or those of a kind, competent in a region, responsible for a category.
     * @description For everybody.
     */
    get: operations['OrganisationsController_list'];
    put?: never;
    /**
     * Takes an organisation into the platform.
     * @description For: registrar.
     */
    post: operations['OrganisationsController_add'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/organisations/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * One organisation as it is now.
     * @description For everybody.
     */
    get: operations['OrganisationsController_one'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/organisations/{id}/change': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Changes what is given and leaves the rest.
     * @description For: registrar.
     */
    post: operations['OrganisationsController_alter'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/organisations/{id}/members': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Makes a person a member, known here or not, or gives a member other roles.
     * @description For: registrar.
     */
    post: operations['MembersController_add'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/organisations/{id}/members/remove': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * From the next token request on, the person no longer acts for the organisation.
     * @description For: registrar.
     */
    post: operations['MembersController_remove'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/me': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Who I am here, and what I may act for.
     * @description For: any caller.
     */
    get: operations['MeController_me'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/oauth/token': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Tokens for a code, a refresh token or a channel account
     * @description For everybody.
     */
    post: operations['OAuth_token'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/oauth/revocation': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * End a session (RFC 7009)
     * @description For everybody.
     */
    post: operations['OAuth_revoke'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/oauth/jwks': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The public keys of tokens and of seals (RFC 7517)
     * @description For everybody.
     */
    get: operations['OAuth_keys'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/.well-known/openid-configuration': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What this issuer offers (OpenID Connect Discovery)
     * @description For everybody.
     */
    get: operations['OAuth_configuration'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    OtpChallengeDto: {
      /**
       * @description As people write it: `0812…` or `+62812…`.
       * @example +6281234567890
       */
      phone: string;
    };
    OtpChallengeView: {
      challengeId: string;
      /** @description When the code stops working. */
      expiresAt: string;
      /** @description When another code may be asked for. */
      resendAfter: string;
    };
    OrganisationView: {
      id: string;
      name: string;
      kind: string;
      parentId?: string;
      regions: string[];
      categories: string[];
      /** @description Counts its changes. */
      version: number;
    };
    RegisterOrganisationDto: {
      /** @example Dinas Sumber Daya Air */
      name: string;
      /** @enum {string} */
      kind: 'agency' | 'sub_agency' | 'kelurahan_office' | 'validator' | 'city_administration' | 'operator';
      /**
       * Format: uuid
       * @description The agency above a sub-agency.
       */
      parentId?: string;
      /** @description Region codes of any level: where it is competent. */
      regions: string[];
      /** @description Report categories it is responsible for. */
      categories?: string[];
    };
    RegisteredView: {
      id: string;
    };
    ChangeOrganisationDto: {
      name?: string;
      regions?: string[];
      categories?: string[];
    };
    AddMemberDto: {
      roles: ('officer' | 'validator' | 'registrar')[];
      /** @description Narrows where the member acts; without it, everywhere that the organisation does. */
      region?: string;
      /**
       * @description Who it is, by phone.
       * @example +6281234567890
       */
      phone: string;
    };
    MemberView: {
      roles: string[];
      region?: string;
    };
    RemoveMemberDto: {
      /** @example +6281234567890 */
      phone: string;
    };
    ActingForView: {
      id: string;
      name: string;
      kind: string;
    };
    MembershipView: {
      /** @description Its id is the `organisation` of a token request. */
      organisation: components['schemas']['ActingForView'];
      roles: string[];
      regions: string[];
    };
    MeView: {
      /** @description The caller's id in this service only. */
      id: string;
      memberships: components['schemas']['MembershipView'][];
    };
    /**
     * @description RFC 9457. Programs decide by `code`; `detail` is for people and may change.
     * @example {
     *       "type": "urn:jaki:problem:validation_failed",
     *       "title": "Bad Request",
     *       "status": 400,
     *       "detail": "The request does not have the expected shape.",
     *       "code": "validation_failed",
     *       "instance": "/v1/reports",
     *       "correlationId": "019ab1b2-7c00-7000-8000-000000000000",
     *       "errors": [
     *         {
     *           "in": "body",
     *           "pointer": "/pin/lat",
     *           "code": "is_number",
     *           "detail": "lat must be a number"
     *         }
     *       ]
     *     }
     */
    Problem: {
      /** Format: uri */
      type: string;
      title: string;
      status: number;
      detail: string;
      code: string;
      instance: string;
      correlationId: string;
      errors?: components['schemas']['Fault'][];
      details?: {
        [key: string]: unknown;
      };
    };
    Fault: {
      /** @enum {string} */
      in: 'body' | 'query' | 'path' | 'header';
      /** @description JSON pointer into that part of the request */
      pointer: string;
      code: string;
      detail: string;
    };
  };
  responses: never;
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  OtpChallengesController_request: {
    parameters: {
      query?: never;
      header?: {
        /** @description The same key from the same caller: the same effect once, and its first answer again */
        'idempotency-key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['OtpChallengeDto'];
      };
    };
    responses: {
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OtpChallengeView'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  OrganisationsController_list: {
    parameters: {
      query?: {
        /** @description How many items at most */
        limit?: number;
        /** @description Where to go on: from the `Link` header of the page before */
        cursor?: string;
        kind?: 'agency' | 'sub_agency' | 'kelurahan_office' | 'validator' | 'city_administration' | 'operator';
        /** @description Only those competent there. */
        region?: string;
        /** @description Only those responsible for it. */
        category?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  OrganisationsController_add: {
    parameters: {
      query?: never;
      header?: {
        /** @description The same key from the same caller: the same effect once, and its first answer again */
        'idempotency-key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RegisterOrganisationDto'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RegisteredView'];
        };
      };
      /** @description No valid access token */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The caller may not do this */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  OrganisationsController_one: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OrganisationView'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  OrganisationsController_alter: {
    parameters: {
      query?: never;
      header?: {
        /** @description The same key from the same caller: the same effect once, and its first answer again */
        'idempotency-key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ChangeOrganisationDto'];
      };
    };
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description No valid access token */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The caller may not do this */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  MembersController_add: {
    parameters: {
      query?: never;
      header?: {
        /** @description The same key from the same caller: the same effect once, and its first answer again */
        'idempotency-key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AddMemberDto'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MemberView'];
        };
      };
      /** @description No valid access token */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The caller may not do this */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  MembersController_remove: {
    parameters: {
      query?: never;
      header?: {
        /** @description The same key from the same caller: the same effect once, and its first answer again */
        'idempotency-key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RemoveMemberDto'];
      };
    };
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description No valid access token */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The caller may not do this */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  MeController_me: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MeView'];
        };
      };
      /** @description No valid access token */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The caller may not do this */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Refused */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  OAuth_token: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/x-www-form-urlencoded': {
          /** @enum {string} */
          grant_type: 'urn:jaki:params:oauth:grant-type:otp' | 'refresh_token' | 'client_credentials';
          /** @description Of an app; a channel account authenticates with HTTP Basic instead */
          client_id?: string;
          /** @description The service that the token is for, `urn:jaki:<service>`; may be repeated */
          resource: string;
          phone?: string;
          /** Format: uuid */
          challenge_id?: string;
          code?: string;
          refresh_token?: string;
          /**
           * Format: uuid
           * @description Whom the person acts for
           */
          organisation?: string;
        };
      };
    };
    responses: {
      /** @description Tokens */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @description For one service (RFC 9068), ten minutes */
            access_token: string;
            token_type: string;
            /** @description Seconds */
            expires_in: number;
            /** @description Good once: the answer holds the next one */
            refresh_token?: string;
            id_token?: string;
            scope?: string;
            /** @description By service, when the request names several */
            access_tokens?: {
              [key: string]: {
                /** @description For one service (RFC 9068), ten minutes */
                access_token: string;
                token_type: string;
                /** @description Seconds */
                expires_in: number;
              };
            };
          };
        };
      };
      /** @description Refused, as RFC 6749, 5.2 says it */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            error: string;
            error_description?: string;
          };
        };
      };
      /** @description Refused, as RFC 6749, 5.2 says it */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            error: string;
            error_description?: string;
          };
        };
      };
      /** @description Refused, as RFC 6749, 5.2 says it */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            error: string;
            error_description?: string;
          };
        };
      };
    };
  };
  OAuth_revoke: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/x-www-form-urlencoded': {
          token: string;
          client_id: string;
        };
      };
    };
    responses: {
      /** @description Ended, or there was none */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Refused, as RFC 6749, 5.2 says it */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            error: string;
            error_description?: string;
          };
        };
      };
      /** @description Refused, as RFC 6749, 5.2 says it */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            error: string;
            error_description?: string;
          };
        };
      };
    };
  };
  OAuth_keys: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A key set */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/jwk-set+json': {
            keys: {
              [key: string]: unknown;
            }[];
          };
        };
      };
    };
  };
  OAuth_configuration: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The metadata */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            [key: string]: unknown;
          };
        };
      };
    };
  };
}
