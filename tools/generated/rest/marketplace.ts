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
  '/v1/listings/search': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What can be ordered, by words: stems, other spellings, beginnings and typing errors are understood
     * @description For everybody.
     */
    get: operations['SearchController_search'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/listings': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What can be ordered, newest first
     * @description For everybody.
     */
    get: operations['ListingsController_list'];
    put?: never;
    /**
     * Begin a listing
     * @description For: citizen.
     */
    post: operations['OfferingController_draft'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/listings/mine': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The caller's own, in all states, newest first
     * @description For: citizen.
     */
    get: operations['ListingsController_mine'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/listings/queue': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What waits to be checked by the caller's office, oldest first
     * @description For: officer.
     */
    get: operations['ListingsController_queue'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/listings/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * One listing with its offers and what is left of each
     * @description For everybody; with a token, as the caller may see it.
     */
    get: operations['ListingsController_see'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/listings/{id}/history': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What happened to it, with the officers' reasons: for its owner and for who checks it
     * @description For: citizen, officer.
     */
    get: operations['ListingsController_history'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/listings/{id}/revise': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Change what is not shown: a draft, a refused or a paused one. It is checked again then
     * @description For: citizen.
     */
    post: operations['OfferingController_revise'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/listings/{id}/submit': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Hand a draft in to be checked
     * @description For: citizen.
     */
    post: operations['OfferingController_submit'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/listings/{id}/pause': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Take it off for the time being
     * @description For: citizen.
     */
    post: operations['OfferingController_pause'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/listings/{id}/resume': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Show a paused one again
     * @description For: citizen.
     */
    post: operations['OfferingController_resume'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/listings/{id}/withdraw': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Take it off for good
     * @description For: citizen.
     */
    post: operations['OfferingController_withdraw'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/offers/{id}/price': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Change the price of an offer that is shown
     * @description For: citizen.
     */
    post: operations['OffersController_reprice'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/offers/{id}/stock': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Something came or went
     * @description For: citizen.
     */
    post: operations['OffersController_move'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/offers/{id}/stock/count': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * It was counted
     * @description For: citizen.
     */
    post: operations['OffersController_count'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/listings/{id}/approve': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * It is in order: everybody can order from it
     * @description For: officer.
     */
    post: operations['CuratingController_approve'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/listings/{id}/refuse': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Refuse it, or take one off that is shown
     * @description For: officer.
     */
    post: operations['CuratingController_refuse'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/basket': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The caller's basket, as its goods are offered now
     * @description For: citizen.
     */
    get: operations['BasketController_see'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/basket/lines': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Make it so much of an offer; 0 takes it out
     * @description For: citizen.
     */
    post: operations['BasketController_put'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/checkouts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Order all that is in the basket; a former checkout that is not paid ends
     * @description For: citizen.
     */
    post: operations['CheckoutsController_checkOut'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/checkouts/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * How far it is
     * @description For: citizen.
     */
    get: operations['CheckoutsController_see'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/checkouts/{id}/qr.svg': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The QR code to pay by, as a picture
     * @description For: citizen.
     */
    get: operations['CheckoutsController_draw'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/checkouts/{id}/cancel': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Give it up before paying
     * @description For: citizen.
     */
    post: operations['CheckoutsController_giveUp'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/payments/callback': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * The acquirer's word on a charge, with its signature. Fields that we do not know are welcome
     * @description For everybody.
     */
    post: operations['CallbackController_hear'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/orders/mine': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What the caller ordered, newest first
     * @description For: citizen.
     */
    get: operations['OrdersController_mine'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/orders/incoming': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What was ordered from the caller's businesses, newest first
     * @description For: citizen.
     */
    get: operations['OrdersController_incoming'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/orders/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * One order, for its buyer and its seller
     * @description For: citizen.
     */
    get: operations['OrdersController_see'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/orders/{id}/history': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What happened to it
     * @description For: citizen.
     */
    get: operations['OrdersController_history'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/orders/{id}/cancel': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Cancel what the seller has not taken on: the money goes back
     * @description For: citizen.
     */
    post: operations['OrdersController_cancel'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/orders/{id}/complete': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * It is as it should be
     * @description For: citizen.
     */
    post: operations['OrdersController_complete'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/orders/{id}/accept': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Take it on
     * @description For: citizen.
     */
    post: operations['FulfillingController_accept'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/orders/{id}/decline': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Do not take it on: the money goes back
     * @description For: citizen.
     */
    post: operations['FulfillingController_decline'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/orders/{id}/ready': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * It can be fetched
     * @description For: citizen.
     */
    post: operations['FulfillingController_makeReady'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/orders/{id}/call-off': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * It cannot be fulfilled after all: the money goes back
     * @description For: citizen.
     */
    post: operations['FulfillingController_callOff'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/orders/{id}/hand-over': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * The buyer is here and shows the code
     * @description For: citizen.
     */
    post: operations['FulfillingController_handOver'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/businesses/{id}/balance': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What it has earned and not got yet: the sum of its postings and nothing else
     * @description For: citizen.
     */
    get: operations['BooksController_balance'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/businesses/{id}/statement': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Every posting, newest first
     * @description For: citizen.
     */
    get: operations['BooksController_statement'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/settlement-differences': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What the acquirer's file of a day says otherwise than we do
     * @description For: registrar.
     */
    get: operations['ReconciliationController_list'];
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
    ListingSummary: {
      id: string;
      /**
       * @description What people call it by.
       * @example L000123
       */
      number: string;
      title: string;
      /** @example prepared_food */
      category: string;
      businessId: string;
      businessName: string;
      /**
       * @description The kelurahan of the business.
       * @example 31.71.01.1001
       */
      region: string;
      /** @example published */
      state: string;
      /**
       * @description Of its cheapest offer, whole rupiah for one of its units.
       * @example 25000
       */
      priceFrom: number;
      /**
       * @description Of its dearest offer.
       * @example 25000
       */
      priceTo: number;
      /** @description Whether anything of it can be ordered now. */
      inStock: boolean;
    };
    CorrectionView: {
      /**
       * @description What was asked for, and nobody writes.
       * @example stoo
       */
      from: string;
      /**
       * @description What was looked for in its place.
       * @example soto
       */
      to: string;
    };
    CategoryCountView: {
      /** @example prepared_food */
      category: string;
      count: number;
    };
    FoundView: {
      items: components['schemas']['ListingSummary'][];
      /** @description Words that were taken for others. */
      corrections: components['schemas']['CorrectionView'][];
      /** @description Whether nothing has all the words, so that what has some of them is shown. */
      relaxed: boolean;
      /** @description How many were found in each category, the most first; on the first page. */
      categories: components['schemas']['CategoryCountView'][];
    };
    ListingListView: {
      items: components['schemas']['ListingSummary'][];
    };
    OfferView: {
      id: string;
      /** @description Null when the listing has one offer alone. */
      name: string | null;
      /**
       * @description What the price is for.
       * @example kg
       */
      unit: string;
      /**
       * @description What quantities are counted in.
       * @example g
       */
      base: string;
      /**
       * @description How many of the base make one unit.
       * @example 1000
       */
      per: number;
      /**
       * @description Whole rupiah for one unit.
       * @example 25000
       */
      price: number;
      /** @description Ordered in multiples of it, in the base. */
      step: number;
      /** @description The least that can be ordered, in the base. */
      minimum: number;
      /** @description How much can be ordered now, in the base. */
      free: number;
    };
    ListingDetailsView: {
      id: string;
      /**
       * @description What people call it by.
       * @example L000123
       */
      number: string;
      title: string;
      /** @example prepared_food */
      category: string;
      businessId: string;
      businessName: string;
      /**
       * @description The kelurahan of the business.
       * @example 31.71.01.1001
       */
      region: string;
      /** @example published */
      state: string;
      /**
       * @description Of its cheapest offer, whole rupiah for one of its units.
       * @example 25000
       */
      priceFrom: number;
      /**
       * @description Of its dearest offer.
       * @example 25000
       */
      priceTo: number;
      /** @description Whether anything of it can be ordered now. */
      inStock: boolean;
      description: string;
      offers: components['schemas']['OfferView'][];
      /** @description As what the caller sees it: `owner`, `checker` or `public`. */
      seenAs: string;
    };
    ListingStepView: {
      version: number;
      /** @example published */
      type: string;
      state: string;
      at: string;
      /** @description The office that did it; null when the owner did. */
      organisationId: string | null;
      /** @description The officer's reason. */
      note: string | null;
    };
    ListingHistoryView: {
      items: components['schemas']['ListingStepView'][];
    };
    OfferDto: {
      /**
       * Format: uuid
       * @description Of an offer that the listing has already; left out for a new one.
       */
      id?: string;
      /**
       * @description Tells it from the listing's others.
       * @example Porsi besar
       */
      name?: string;
      /** @enum {string} */
      unit: 'piece' | 'porsi' | 'ikat' | 'ekor' | 'pasang' | 'lusin' | 'kodi' | 'g' | 'ons' | 'kg' | 'liter';
      /**
       * @description Whole rupiah for one unit.
       * @example 25000
       */
      price: number;
      /** @description Ordered in multiples of it, in the unit's base (grams for kg); one unit unless told. */
      step?: number;
      /** @description The least that can be ordered, in the unit's base; one step unless told. */
      minimum?: number;
      /** @description What there is of a new offer, in the unit's base; none unless told. Of one that is there already, its stock stays. */
      onHand?: number;
    };
    NewListingDto: {
      title: string;
      description: string;
      /** @enum {string} */
      category:
        | 'prepared_food'
        | 'snacks'
        | 'drinks'
        | 'rice_and_staples'
        | 'vegetables'
        | 'fruit'
        | 'spices'
        | 'fish'
        | 'meat'
        | 'eggs_and_dairy'
        | 'plants'
        | 'fashion'
        | 'crafts'
        | 'household';
      /**
       * Format: uuid
       * @description Whose it will be: a verified one of the caller's.
       */
      businessId: string;
      offers: components['schemas']['OfferDto'][];
    };
    ListingDto: {
      title: string;
      description: string;
      /** @enum {string} */
      category:
        | 'prepared_food'
        | 'snacks'
        | 'drinks'
        | 'rice_and_staples'
        | 'vegetables'
        | 'fruit'
        | 'spices'
        | 'fish'
        | 'meat'
        | 'eggs_and_dairy'
        | 'plants'
        | 'fashion'
        | 'crafts'
        | 'household';
      offers: components['schemas']['OfferDto'][];
    };
    PriceDto: {
      /**
       * @description Whole rupiah for one unit.
       * @example 27000
       */
      price: number;
    };
    StockMoveDto: {
      /** @enum {string} */
      reason: 'restocked' | 'spoiled' | 'sold_elsewhere' | 'returned';
    };
    StockView: {
      /** @description What there is now, in the unit's base, with what is held for checkouts. */
      onHand: number;
    };
    StockCountDto: {
      /** @description What was counted, in the unit's base. */
      onHand: number;
      /** @description What it was taken for: refused when it is not that any more. */
      was: number;
    };
    BasketLineView: {
      offerId: string;
      listingId: string;
      title: string;
      /** @description Of the offer; null when the listing has one alone. */
      name: string | null;
      businessId: string;
      businessName: string;
      /** @example porsi */
      unit: string;
      /** @description In the unit's base. */
      quantity: number;
      /** @description For one unit, now; whole rupiah. */
      price: number;
      /** @description The price when it was put in. */
      seen: number;
      /** @description What the line costs now. */
      amount: number;
      /**
       * @description Why it cannot be bought as it stands: `not_for_sale`, `own_goods`, `quantity_not_offered`, `price_rose` or
       *     `too_little_left`; null when it can.
       */
      problem: string | null;
    };
    BasketView: {
      items: components['schemas']['BasketLineView'][];
      /** @description What all of it costs now, in whole rupiah. */
      total: number;
    };
    BasketLineDto: {
      /** Format: uuid */
      offerId: string;
      /**
       * @description In the unit's base: grams for kg.
       * @example 2
       */
      quantity: number;
    };
    CheckoutOrderView: {
      id: string;
      /** @example P000123 */
      number: string;
      businessId: string;
      businessName: string;
      state: string;
      amount: number;
    };
    CheckoutView: {
      /** @description Also what the acquirer knows the payment by. */
      id: string;
      /**
       * @description What people call it by.
       * @example N000123
       */
      number: string;
      /**
       * @description Of the payment: `pending`, `paid`, `expired`, `failed` or `cancelled`. Only the acquirer's word makes it paid.
       * @example pending
       */
      state: string;
      /**
       * @description Whole rupiah.
       * @example 50000
       */
      total: number;
      /** @description Until then the goods are held. */
      expiresAt: string;
      /** @description The text of the QR code to pay by; null while the acquirer cannot be asked, and when there is nothing to pay. */
      qr: string | null;
      /** @description One for each seller. */
      orders: components['schemas']['CheckoutOrderView'][];
    };
    CallbackHeardView: {
      /**
       * @description What it brought about: `paid`, `failed`, `taken_before`, `asked_about`, `unknown_reference` or `noted`.
       * @example paid
       */
      outcome: string;
    };
    OrderSummary: {
      id: string;
      /**
       * @description What people call it by.
       * @example P000123
       */
      number: string;
      businessId: string;
      businessName: string;
      /** @example paid */
      state: string;
      /**
       * @description Whole rupiah.
       * @example 50000
       */
      amount: number;
      placedAt: string;
      /** @description When the next step is taken by itself; null when there is none. */
      dueAt: string | null;
    };
    OrderListView: {
      items: components['schemas']['OrderSummary'][];
    };
    OrderLineView: {
      listingId: string;
      offerId: string;
      title: string;
      /** @description Of the offer; null when the listing had one alone. */
      name: string | null;
      /** @example porsi */
      unit: string;
      /** @description For one unit, whole rupiah. */
      price: number;
      /** @description In the unit's base. */
      quantity: number;
      amount: number;
    };
    OrderDetailsView: {
      id: string;
      /**
       * @description What people call it by.
       * @example P000123
       */
      number: string;
      businessId: string;
      businessName: string;
      /** @example paid */
      state: string;
      /**
       * @description Whole rupiah.
       * @example 50000
       */
      amount: number;
      placedAt: string;
      /** @description When the next step is taken by itself; null when there is none. */
      dueAt: string | null;
      /** @description Its checkout. */
      checkoutId: string;
      /** @description As what the caller sees it: `buyer` or `seller`. */
      seenAs: string;
      lines: components['schemas']['OrderLineView'][];
      /** @description What the buyer shows to fetch it; null for the seller, and before it is taken on. */
      pickupCode: string | null;
    };
    OrderStepView: {
      version: number;
      /** @example accepted */
      type: string;
      state: string;
      at: string;
      /** @description The reason that was given. */
      note: string | null;
    };
    OrderHistoryView: {
      items: components['schemas']['OrderStepView'][];
    };
    PickupCodeDto: {
      /**
       * @description What the buyer shows.
       * @example 042117
       */
      code: string;
    };
    BalanceView: {
      /**
       * @description What the business has earned and not got yet, whole rupiah.
       * @example 50000
       */
      balance: number;
    };
    StatementLineView: {
      id: string;
      at: string;
      /**
       * @description What it was for: `sale` of an order, or its fee (`mdr`).
       * @example sale
       */
      kind: string;
      /** @description The order that it was for. */
      reference: string;
      /**
       * @description Whole rupiah; below zero when it was taken.
       * @example 50000
       */
      amount: number;
      /** @description What the business had earned and not got, after it. */
      balance: number;
    };
    StatementView: {
      items: components['schemas']['StatementLineView'][];
    };
    DifferenceView: {
      /**
       * @description `not_with_us`, `not_with_acquirer`, `amount_differs` or `refund_differs`.
       * @example not_with_us
       */
      kind: string;
      /** @description The acquirer's number of the transaction; of refunds our payment. */
      reference: string;
      /** @description By our book, whole rupiah. */
      ours: number;
      /** @description By the acquirer's file. */
      theirs: number;
      foundAt: string;
    };
    DifferenceListView: {
      items: components['schemas']['DifferenceView'][];
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
  SearchController_search: {
    parameters: {
      query: {
        /** @description How many items at most */
        limit?: number;
        /** @description Where to go on: from the `Link` header of the page before */
        cursor?: string;
        /** @description What is looked for, in words. */
        q: string;
        /** @description Only of businesses in it: a region of any level. */
        region?: string;
        category?:
          | 'prepared_food'
          | 'snacks'
          | 'drinks'
          | 'rice_and_staples'
          | 'vegetables'
          | 'fruit'
          | 'spices'
          | 'fish'
          | 'meat'
          | 'eggs_and_dairy'
          | 'plants'
          | 'fashion'
          | 'crafts'
          | 'household';
        /** @description Only what has an offer that costs no more, whole rupiah. */
        priceMax?: number;
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
          'application/json': components['schemas']['FoundView'];
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
  ListingsController_list: {
    parameters: {
      query?: {
        /** @description How many items at most */
        limit?: number;
        /** @description Where to go on: from the `Link` header of the page before */
        cursor?: string;
        /** @description Only of businesses in it: a region of any level. */
        region?: string;
        category?:
          | 'prepared_food'
          | 'snacks'
          | 'drinks'
          | 'rice_and_staples'
          | 'vegetables'
          | 'fruit'
          | 'spices'
          | 'fish'
          | 'meat'
          | 'eggs_and_dairy'
          | 'plants'
          | 'fashion'
          | 'crafts'
          | 'household';
        /** @description Only of that business. */
        businessId?: string;
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
          'application/json': components['schemas']['ListingListView'];
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
  OfferingController_draft: {
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
        'application/json': components['schemas']['NewListingDto'];
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
      /** @description More than the caller's quota of `draft_listing`: `Retry-After` says when to come back */
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
  ListingsController_mine: {
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
          'application/json': components['schemas']['ListingListView'];
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
  ListingsController_queue: {
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
          'application/json': components['schemas']['ListingListView'];
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
  ListingsController_see: {
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
          'application/json': components['schemas']['ListingDetailsView'];
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
  ListingsController_history: {
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
          'application/json': components['schemas']['ListingHistoryView'];
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
  OfferingController_revise: {
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
        'application/json': components['schemas']['ListingDto'];
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
  OfferingController_submit: {
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
  OfferingController_pause: {
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
  OfferingController_resume: {
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
  OfferingController_withdraw: {
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
  OffersController_reprice: {
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
        'application/json': components['schemas']['PriceDto'];
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
  OffersController_move: {
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
        'application/json': components['schemas']['StockMoveDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StockView'];
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
  OffersController_count: {
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
        'application/json': components['schemas']['StockCountDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StockView'];
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
  CuratingController_approve: {
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
  CuratingController_refuse: {
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
  BasketController_see: {
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
          'application/json': components['schemas']['BasketView'];
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
  BasketController_put: {
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
        'application/json': components['schemas']['BasketLineDto'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BasketView'];
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
  CheckoutsController_checkOut: {
    parameters: {
      query?: never;
      header?: {
        /** @description The same key from the same caller: the same effect once, and its first answer again */
        'idempotency-key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CheckoutView'];
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
      /** @description More than the caller's quota of `check_out`: `Retry-After` says when to come back */
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
  CheckoutsController_see: {
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
          'application/json': components['schemas']['CheckoutView'];
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
  CheckoutsController_draw: {
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
          'image/svg+xml': string;
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
  CheckoutsController_giveUp: {
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
          'application/json': components['schemas']['CheckoutView'];
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
  CallbackController_hear: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @description Our reference of the payment */
          order_id?: string;
          transaction_id?: string;
          /** @description `settlement`, `deny`, `expire`, `pending`, `refund` … */
          transaction_status?: string;
          status_code?: string;
          /** @description Whole rupiah with two decimals: `45000.00` */
          gross_amount?: string;
          /** @description SHA-512 over order_id, status_code, gross_amount and the server key */
          signature_key?: string;
        } & {
          [key: string]: unknown;
        };
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CallbackHeardView'];
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
  OrdersController_mine: {
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
          'application/json': components['schemas']['OrderListView'];
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
  OrdersController_incoming: {
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
          'application/json': components['schemas']['OrderListView'];
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
  OrdersController_see: {
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
          'application/json': components['schemas']['OrderDetailsView'];
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
  OrdersController_history: {
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
          'application/json': components['schemas']['OrderHistoryView'];
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
  OrdersController_cancel: {
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
  OrdersController_complete: {
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
  FulfillingController_accept: {
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
  FulfillingController_decline: {
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
  FulfillingController_makeReady: {
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
  FulfillingController_callOff: {
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
  FulfillingController_handOver: {
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
        'application/json': components['schemas']['PickupCodeDto'];
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
      /** @description More than the caller's quota of `hand_over`: `Retry-After` says when to come back */
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
  BooksController_balance: {
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
          'application/json': components['schemas']['BalanceView'];
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
  BooksController_statement: {
    parameters: {
      query?: {
        /** @description How many items at most */
        limit?: number;
        /** @description Where to go on: from the `Link` header of the page before */
        cursor?: string;
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
          'application/json': components['schemas']['StatementView'];
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
  ReconciliationController_list: {
    parameters: {
      query: {
        /** @description In the city's time zone. */
        day: string;
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
          'application/json': components['schemas']['DifferenceListView'];
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
