export interface paths {
  '/v1/categories': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What a report can be about
     * @description For everybody.
     */
    get: operations['CityController_categories'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/rejection-reasons': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Why a report may be rejected
     * @description For everybody.
     */
    get: operations['CityController_reasons'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/reports': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Public reports, newest first
     * @description For everybody.
     */
    get: operations['PublicReportsController_list'];
    put?: never;
    /**
     * File a report
     * @description For: citizen, channel.
     */
    post: operations['FilingController_file'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/reports/{id}/coordinate': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Pass it on to another agency
     * @description For: officer.
     */
    post: operations['PassingController_coordinate'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/reports/{id}/dispatch': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Instruct a sub-agency
     * @description For: officer.
     */
    post: operations['PassingController_dispatch'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/reports/{id}/reject': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Refuse the report as such
     * @description For: officer.
     */
    post: operations['PassingController_reject'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/reports/{id}/start': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Begin the work
     * @description For: officer.
     */
    post: operations['WorkController_start'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/reports/{id}/promise': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Promise a day (EWS)
     * @description For: officer.
     */
    post: operations['WorkController_promise'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/reports/{id}/complete': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Claim that it is done, with a photo before and one after
     * @description For: officer.
     */
    post: operations['WorkController_complete'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/reports/{id}/validate': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Agree that it is done
     * @description For: validator.
     */
    post: operations['JudgementController_validate'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/reports/{id}/refuse': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Do not agree: the work goes on
     * @description For: validator.
     */
    post: operations['JudgementController_refuse'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/reports/{id}/confirm': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * The reporter agrees: closed
     * @description For: citizen, channel.
     */
    post: operations['JudgementController_confirm'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/reports/{id}/dispute': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * The reporter does not agree: the work goes on
     * @description For: citizen, channel.
     */
    post: operations['JudgementController_dispute'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/photos': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Upload a photo, to name it in a report or as proof within 24 hours
     * @description For: citizen, channel, officer.
     */
    post: operations['PhotosController_upload'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/photos/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The picture, for whoever may see its report
     * @description For everybody; with a token, as the caller may see it.
     */
    get: operations['PhotosController_see'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/reports/mine': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The caller's own reports, newest first
     * @description For: citizen, channel.
     */
    get: operations['ReportsController_mine'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/reports/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * One report, for its reporter, the organisations involved and, when it is public, for all
     * @description For everybody; with a token, as the caller may see it.
     */
    get: operations['ReportsController_find'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/reports/{id}/history': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Its steps, first to last
     * @description For everybody; with a token, as the caller may see it.
     */
    get: operations['ReportsController_steps'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/reports/map': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Public reports in a box as GeoJSON: the newest 2,000
     * @description For everybody.
     */
    get: operations['PublicReportsController_onMap'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/reports/counts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * How many public reports there are, by state and category
     * @description For everybody.
     */
    get: operations['PublicReportsController_count'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/queue': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What the organisation acted for has to do, oldest first, with counts by state
     * @description For: officer, validator.
     */
    get: operations['QueueController_list'];
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
    LabelView: {
      /** @example Banjir */
      id: string;
      /** @example Flood */
      en: string;
    };
    NamedView: {
      /** @example flood */
      code: string;
      label: components['schemas']['LabelView'];
    };
    NamedListView: {
      items: components['schemas']['NamedView'][];
    };
    PinDto: {
      /** @example -6.1767 */
      lat: number;
      /** @example 106.8263 */
      long: number;
    };
    ReferenceDto: {
      /** @example petabencana */
      source: string;
      id: string;
    };
    FileReportDto: {
      /**
       * @description One of `GET /v1/categories`.
       * @example flood
       */
      category: string;
      description: string;
      /**
       * @default private
       * @enum {string}
       */
      visibility: 'private' | 'public';
      /**
       * Format: date-time
       * @description When it was seen, if not now.
       * @example 2026-11-22T10:00:00+07:00
       */
      observedAt?: string;
      /** @description Photos uploaded before, unused. */
      photoIds: string[];
      pin: components['schemas']['PinDto'];
      /** @example Depan pasar */
      landmark?: string;
      /** @description For channel accounts only. */
      reference?: components['schemas']['ReferenceDto'];
    };
    FiledReportView: {
      id: string;
      number: string;
      state: string;
      region: string;
      /** @description The agency in whose queue it is; null while none is known to be responsible. */
      agencyId: string | null;
      filedAt: string;
    };
    StepTakenView: {
      id: string;
      number: string;
      state: string;
    };
    CoordinateDto: {
      /**
       * Format: uuid
       * @description The agency that is really responsible.
       */
      agencyId: string;
      note: string;
    };
    DispatchDto: {
      note?: string;
      /**
       * Format: uuid
       * @description One of the agency's own sub-agencies.
       */
      subAgencyId: string;
    };
    RejectDto: {
      /**
       * @description One of `GET /v1/rejection-reasons`.
       * @example duplicate
       */
      reason: string;
      /** @description For the reporter. */
      text: string;
    };
    StepDto: {
      note?: string;
    };
    PromiseDto: {
      note?: string;
      /**
       * Format: date
       * @description A day after today in the city's time zone.
       * @example 2026-12-01
       */
      finishBy: string;
    };
    CompleteDto: {
      note?: string;
      /**
       * Format: uuid
       * @description A photo that the executor uploaded, used for nothing else.
       */
      beforePhotoId: string;
      /**
       * Format: uuid
       * @description Another one.
       */
      afterPhotoId: string;
    };
    ReasonDto: {
      reason: string;
    };
    StoredPhotoView: {
      id: string;
      width: number;
      height: number;
    };
    PinView: {
      lat: number;
      long: number;
    };
    ReportSummary: {
      id: string;
      /** @description What people call it: JK2611220001 */
      number: string;
      category: string;
      state: string;
      visibility: string;
      /** @description The kelurahan of its pin. */
      region: string;
      pin: components['schemas']['PinView'];
      filedAt: string;
      updatedAt: string;
      /** @description The agency in whose queue it is or was. */
      agencyId: string | null;
      /** @description The organisation that works or worked on it. */
      executorId: string | null;
      /** @description The promised day in the city's time zone, YYYY-MM-DD. */
      finishBy: string | null;
    };
    ReportListView: {
      items: components['schemas']['ReportSummary'][];
    };
    ReportPhotoView: {
      id: string;
      /** @description report, before or after */
      purpose: string;
    };
    ReportView: {
      id: string;
      /** @description What people call it: JK2611220001 */
      number: string;
      category: string;
      state: string;
      visibility: string;
      /** @description The kelurahan of its pin. */
      region: string;
      pin: components['schemas']['PinView'];
      filedAt: string;
      updatedAt: string;
      /** @description The agency in whose queue it is or was. */
      agencyId: string | null;
      /** @description The organisation that works or worked on it. */
      executorId: string | null;
      /** @description The promised day in the city's time zone, YYYY-MM-DD. */
      finishBy: string | null;
      description: string;
      landmark: string | null;
      observedAt: string | null;
      channel: string;
      agencyName: string | null;
      executorName: string | null;
      /** @description Why the work is done again: refused or disputed. */
      rework: string | null;
      photos: components['schemas']['ReportPhotoView'][];
      /** @description As what the caller sees it: reporter, involved or public. */
      seenAs: string;
    };
    HistoryEntryView: {
      version: number;
      type: string;
      state: string;
      at: string;
      organisationId: string | null;
      organisationName: string | null;
      /** @description For the reporter and the organisations involved; the public reads no free text of officers and reporters. */
      note: string | null;
      details: {
        [key: string]: unknown;
      };
    };
    HistoryView: {
      items: components['schemas']['HistoryEntryView'][];
    };
    PointView: {
      /** @enum {string} */
      type: 'Point';
      /**
       * @description Longitude first.
       * @example [
       *       106.8263,
       *       -6.1767
       *     ]
       */
      coordinates: number[];
    };
    FeatureView: {
      /** @enum {string} */
      type: 'Feature';
      id: string;
      geometry: components['schemas']['PointView'];
      /** @description number, category, state, filedAt */
      properties: {
        [key: string]: string;
      };
    };
    MapView: {
      /** @enum {string} */
      type: 'FeatureCollection';
      features: components['schemas']['FeatureView'][];
    };
    CountsView: {
      total: number;
      byState: {
        [key: string]: number;
      };
      byCategory: {
        [key: string]: number;
      };
    };
    QueueView: {
      items: components['schemas']['ReportSummary'][];
      /**
       * @example {
       *       "waiting": 3,
       *       "in_progress": 1
       *     }
       */
      counts: {
        [key: string]: number;
      };
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
  CityController_categories: {
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
          'application/json': components['schemas']['NamedListView'];
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
  CityController_reasons: {
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
          'application/json': components['schemas']['NamedListView'];
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
  PublicReportsController_list: {
    parameters: {
      query?: {
        /** @description How many items at most */
        limit?: number;
        /** @description Where to go on: from the `Link` header of the page before */
        cursor?: string;
        /** @description A region code of any level: all below it. */
        region?: string;
        category?: string;
        state?:
          | 'waiting'
          | 'coordinating'
          | 'dispatched'
          | 'in_progress'
          | 'awaiting_validation'
          | 'done'
          | 'closed'
          | 'rejected';
        /** @description west,south,east,north in degrees */
        bbox?: string;
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
          'application/json': components['schemas']['ReportListView'];
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
  FilingController_file: {
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
        'application/json': components['schemas']['FileReportDto'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FiledReportView'];
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
      /** @description More than the caller's quota of `file_report`: `Retry-After` says when to come back */
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
  PassingController_coordinate: {
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
        'application/json': components['schemas']['CoordinateDto'];
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
  PassingController_dispatch: {
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
        'application/json': components['schemas']['DispatchDto'];
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
  PassingController_reject: {
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
        'application/json': components['schemas']['RejectDto'];
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
  WorkController_start: {
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
        'application/json': components['schemas']['StepDto'];
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
  WorkController_promise: {
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
        'application/json': components['schemas']['PromiseDto'];
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
  WorkController_complete: {
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
        'application/json': components['schemas']['CompleteDto'];
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
  JudgementController_validate: {
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
        'application/json': components['schemas']['StepDto'];
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
  JudgementController_refuse: {
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
  JudgementController_confirm: {
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
        'application/json': components['schemas']['StepDto'];
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
  JudgementController_dispute: {
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
  PhotosController_upload: {
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
        'multipart/form-data': {
          /** Format: binary */
          photo: string;
        };
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StoredPhotoView'];
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
      /** @description More than the caller's quota of `upload_photo`: `Retry-After` says when to come back */
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
  PhotosController_see: {
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
          'image/jpeg': string;
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
  ReportsController_mine: {
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
          'application/json': components['schemas']['ReportListView'];
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
  ReportsController_find: {
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
          'application/json': components['schemas']['ReportView'];
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
  ReportsController_steps: {
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
          'application/json': components['schemas']['HistoryView'];
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
  PublicReportsController_onMap: {
    parameters: {
      query: {
        /** @description west,south,east,north in degrees */
        bbox: string;
        category?: string;
        state?:
          | 'waiting'
          | 'coordinating'
          | 'dispatched'
          | 'in_progress'
          | 'awaiting_validation'
          | 'done'
          | 'closed'
          | 'rejected';
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
          'application/geo+json': components['schemas']['MapView'];
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
  PublicReportsController_count: {
    parameters: {
      query?: {
        /** @description A region code of any level: all below it. */
        region?: string;
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
          'application/json': components['schemas']['CountsView'];
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
  QueueController_list: {
    parameters: {
      query?: {
        /** @description How many items at most */
        limit?: number;
        /** @description Where to go on: from the `Link` header of the page before */
        cursor?: string;
        state?:
          | 'waiting'
          | 'coordinating'
          | 'dispatched'
          | 'in_progress'
          | 'awaiting_validation'
          | 'done'
          | 'closed'
          | 'rejected';
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
          'application/json': components['schemas']['QueueView'];
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
}
