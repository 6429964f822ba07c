export interface paths {
  '/v1/businesses': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Verified businesses, newest first
     * @description For everybody.
     */
    get: operations['ReadingController_list'];
    put?: never;
    /**
     * Apply for a business of one's own
     * @description For: citizen.
     */
    post: operations['OwningController_apply'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/businesses/mine': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The caller's own, newest first
     * @description For: citizen.
     */
    get: operations['ReadingController_mine'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/businesses/queue': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Applications that wait for the caller's office, oldest first
     * @description For: officer.
     */
    get: operations['ReadingController_queue'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/businesses/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * One business: all of it for its owner and for who verifies it, what everybody may know for others
     * @description For everybody; with a token, as the caller may see it.
     */
    get: operations['ReadingController_see'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/businesses/{id}/history': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What happened to it, with the officers' reasons: for its owner and for who verifies it
     * @description For: citizen, officer.
     */
    get: operations['ReadingController_history'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/businesses/{id}/resubmit': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Hand a returned application in again, corrected
     * @description For: citizen.
     */
    post: operations['OwningController_resubmit'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/businesses/{id}/close': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Close the business
     * @description For: citizen.
     */
    post: operations['OwningController_close'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/businesses/{id}/verify': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * It is what it says: verified
     * @description For: officer.
     */
    post: operations['CheckingController_verify'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/businesses/{id}/return': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Return it to be corrected
     * @description For: officer.
     */
    post: operations['CheckingController_giveBack'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/businesses/{id}/refuse': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Refuse it for good
     * @description For: officer.
     */
    post: operations['CheckingController_refuse'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/businesses/{id}/suspend': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Stop a verified one for the time being
     * @description For: officer.
     */
    post: operations['CheckingController_suspend'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/businesses/{id}/resume': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Let a suspended one go on
     * @description For: officer.
     */
    post: operations['CheckingController_resume'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/businesses/{id}/qris': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The code as text; with an amount, made out for it
     * @description For everybody.
     */
    get: operations['PaymentCodesController_show'];
    put?: never;
    /**
     * Say which static QRIS code customers pay by; it replaces the one before
     * @description For: citizen.
     */
    post: operations['PaymentCodesController_register'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/businesses/{id}/qris.svg': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The code as a picture
     * @description For everybody.
     */
    get: operations['PaymentCodesController_draw'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/businesses/{id}/qris/check': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Is a scanned code this business's own, or was another pasted over it?
     * @description For everybody.
     */
    post: operations['PaymentCodesController_check'];
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
    BusinessSummary: {
      id: string;
      /** @example U000123 */
      number: string;
      name: string;
      /** @example stall */
      kind: string;
      /**
       * @description The kelurahan in which it is.
       * @example 31.71.01.1001
       */
      region: string;
      /** @example verified */
      state: string;
    };
    BusinessListView: {
      items: components['schemas']['BusinessSummary'][];
    };
    ProofView: {
      kind: string;
      number: string;
      validUntil: string | null;
    };
    ApplicationView: {
      nib: string | null;
      risk: string;
      proofs: components['schemas']['ProofView'][];
      /** @description What it lacks to be verified, today: `nib` or kinds of proof. */
      lacking: string[];
    };
    BusinessDetailsView: {
      id: string;
      /** @example U000123 */
      number: string;
      name: string;
      /** @example stall */
      kind: string;
      /**
       * @description The kelurahan in which it is.
       * @example 31.71.01.1001
       */
      region: string;
      /** @example verified */
      state: string;
      /** @example 56102 */
      kbli: string;
      /** @description As what the caller sees it: `owner`, `verifier` or `public`. */
      seenAs: string;
      /** @description Null for everybody else. */
      application: components['schemas']['ApplicationView'] | null;
    };
    BusinessStepView: {
      version: number;
      /** @example returned */
      type: string;
      state: string;
      at: string;
      /** @description The office that did it; null when the owner did. */
      organisationId: string | null;
      /** @description The officer's reason. */
      note: string | null;
    };
    BusinessHistoryView: {
      items: components['schemas']['BusinessStepView'][];
    };
    ProofDto: {
      /** @enum {string} */
      kind: 'standard_certificate' | 'permit' | 'halal' | 'p_irt' | 'sni';
      /**
       * @description As it stands on the document.
       * @example ID31110000123451234
       */
      number: string;
      /**
       * Format: date
       * @description Its last day, when it ends.
       * @example 2029-12-31
       */
      validUntil?: string;
    };
    ApplicationDto: {
      name: string;
      /** @enum {string} */
      kind: 'shop' | 'stall' | 'farmer' | 'fisher' | 'maker' | 'brand';
      /**
       * @description The kelurahan in which it is.
       * @example 31.71.01.1001
       */
      region: string;
      /**
       * @description By law, of its KBLI: decides what must be shown beside the NIB.
       * @enum {string}
       */
      risk: 'low' | 'medium_low' | 'medium_high' | 'high';
      /**
       * @description Nomor Induk Berusaha; left out while it has none yet.
       * @example 9120001234567
       */
      nib?: string;
      /**
       * @description A class of the national classification of business fields.
       * @example 56102
       */
      kbli: string;
      /** @description One of each kind at most. */
      proofs: components['schemas']['ProofDto'][];
    };
    StepTakenView: {
      id: string;
      /**
       * @description What people call its application by.
       * @example U000123
       */
      number: string;
      state: string;
    };
    ReasonDto: {
      reason: string;
    };
    QrisCodeDto: {
      /** @description What is in the QR code, as it was scanned. */
      code: string;
    };
    PaymentCodeView: {
      /**
       * @description The merchant's national number.
       * @example ID1026529448957
       */
      nmid: string;
      /** @description The text of the QR code: what a picture of it holds. It proves no payment. */
      code: string;
    };
    ScannedCodeView: {
      /**
       * @description `genuine`: it pays this business. `of_another_merchant`: it pays somebody else. `not_readable`: it is no QRIS code.
       * @example genuine
       */
      verdict: string;
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
  ReadingController_list: {
    parameters: {
      query?: {
        /** @description How many items at most */
        limit?: number;
        /** @description Where to go on: from the `Link` header of the page before */
        cursor?: string;
        /** @description Only those in it: a region of any level. */
        region?: string;
        kind?: 'shop' | 'stall' | 'farmer' | 'fisher' | 'maker' | 'brand';
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
        content: {
          'application/json': components['schemas']['BusinessListView'];
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
  OwningController_apply: {
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
        'application/json': components['schemas']['ApplicationDto'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StepTakenView'];
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
      /** @description More than the caller's quota of `apply_for_business`: `Retry-After` says when to come back */
      429: {
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
  ReadingController_mine: {
    parameters: {
      query?: {
        /** @description How many items at most */
        limit?: number;
        /** @description Where to go on: from the `Link` header of the page before */
        cursor?: string;
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
        content: {
          'application/json': components['schemas']['BusinessListView'];
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
  ReadingController_queue: {
    parameters: {
      query?: {
        /** @description How many items at most */
        limit?: number;
        /** @description Where to go on: from the `Link` header of the page before */
        cursor?: string;
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
        content: {
          'application/json': components['schemas']['BusinessListView'];
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
  ReadingController_see: {
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
          'application/json': components['schemas']['BusinessDetailsView'];
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
  ReadingController_history: {
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
          'application/json': components['schemas']['BusinessHistoryView'];
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
  OwningController_resubmit: {
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
        'application/json': components['schemas']['ApplicationDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StepTakenView'];
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
  OwningController_close: {
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
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StepTakenView'];
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
  CheckingController_verify: {
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
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StepTakenView'];
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
  CheckingController_giveBack: {
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
        'application/json': components['schemas']['ReasonDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StepTakenView'];
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
  CheckingController_refuse: {
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
        'application/json': components['schemas']['ReasonDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StepTakenView'];
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
  CheckingController_suspend: {
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
        'application/json': components['schemas']['ReasonDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StepTakenView'];
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
  CheckingController_resume: {
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
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StepTakenView'];
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
  PaymentCodesController_show: {
    parameters: {
      query?: {
        /** @description Whole rupiah. */
        amount?: number;
        /** @description What the business finds the payment by, when there is an amount; `BAYAR` unless told. */
        billNumber?: string;
      };
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
          'application/json': components['schemas']['PaymentCodeView'];
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
  PaymentCodesController_register: {
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
        'application/json': components['schemas']['QrisCodeDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StepTakenView'];
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
  PaymentCodesController_draw: {
    parameters: {
      query?: {
        /** @description Whole rupiah. */
        amount?: number;
        /** @description What the business finds the payment by, when there is an amount; `BAYAR` unless told. */
        billNumber?: string;
      };
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
          'image/svg+xml': string;
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
  PaymentCodesController_check: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['QrisCodeDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ScannedCodeView'];
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
}
