export interface paths {
  '/v1/inbox': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The inbox, newest first
     * @description For: citizen, channel, officer, validator.
     */
    get: operations['InboxController_list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/inbox/unread-count': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * How many notices are not read yet
     * @description For: citizen, channel, officer, validator.
     */
    get: operations['InboxController_unread'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/inbox/{noticeId}/read': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Mark one notice as read; again changes nothing
     * @description For: citizen, channel, officer, validator.
     */
    post: operations['InboxController_read'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/inbox/read-up-to': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Mark all up to a sequence as read; what came since stays unread
     * @description For: citizen, channel, officer, validator.
     */
    post: operations['InboxController_readAllUpTo'];
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
    SubjectView: {
      /** @description What it is about: `report`; more may come */
      type: string;
      id: string;
      /** @description What people call it, such as a report's number */
      label: string;
    };
    NoticeView: {
      /**
       * @deprecated
       * @description The report's id, in a notice about a report; `subject` says it for all kinds
       */
      reportId?: string;
      /**
       * @deprecated
       * @description The same as `subject.label`
       */
      number: string;
      id: string;
      /** @description 1, 2, 3 … in this inbox, without a gap */
      sequence: number;
      /** @description The type of the event that it tells of */
      event: string;
      /** @description In the language asked for by Accept-Language: Indonesian or English */
      title: string;
      body: string;
      subject: components['schemas']['SubjectView'];
      /** @description When it happened, UTC */
      at: string;
      /** @description When it was read, UTC; absent while it is unread */
      readAt?: string;
    };
    InboxView: {
      /** @description Newest first; the `Link` header leads to older ones */
      items: components['schemas']['NoticeView'][];
    };
    UnreadView: {
      /** @description Notices not read yet */
      unread: number;
    };
    ReadUpToDto: {
      /** @description The sequence of the newest notice that the reader saw */
      sequence: number;
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
  InboxController_list: {
    parameters: {
      query?: {
        /** @description How many items at most */
        limit?: number;
        /** @description Where to go on: from the `Link` header of the page before */
        cursor?: string;
      };
      header?: {
        /** @description `id` (the default) or `en` */
        'accept-language'?: string;
      };
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
          'application/json': components['schemas']['InboxView'];
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
  InboxController_unread: {
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
          'application/json': components['schemas']['UnreadView'];
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
  InboxController_read: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        noticeId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
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
  InboxController_readAllUpTo: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReadUpToDto'];
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
}
