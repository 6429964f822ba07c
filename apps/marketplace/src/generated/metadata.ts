/* eslint-disable */
export default async () => {
  const t = {
    ['../businesses/http/application.dto.js']: await import('../businesses/http/application.dto.js'),
    ['../businesses/queries/views.dto.js']: await import('../businesses/queries/views.dto.js'),
    ['../checkout/queries/views.dto.js']: await import('../checkout/queries/views.dto.js'),
    ['../ledger/queries/views.dto.js']: await import('../ledger/queries/views.dto.js'),
    ['../listings/http/listing.dto.js']: await import('../listings/http/listing.dto.js'),
    ['../listings/queries/views.dto.js']: await import('../listings/queries/views.dto.js'),
    ['../orders/queries/views.dto.js']: await import('../orders/queries/views.dto.js'),
    ['../reconciliation/queries/views.dto.js']: await import('../reconciliation/queries/views.dto.js'),
    ['../search/queries/views.dto.js']: await import('../search/queries/views.dto.js'),
    ['../payment-codes/queries/views.dto.js']: await import('../payment-codes/queries/views.dto.js'),
    ['../payments/http/callback.dto.js']: await import('../payments/http/callback.dto.js'),
    ['../search/queries/found.js']: await import('../search/queries/found.js'),
  };
  return {
    '@nestjs/swagger': {
      models: [
        [
          import('../businesses/http/application.dto.js'),
          {
            ProofDto: {
              kind: { required: true, enum: ['standard_certificate', 'permit', 'halal', 'p_irt', 'sni'] },
              number: {
                required: true,
                type: () => String,
                description: 'As it stands on the document.',
                example: 'ID31110000123451234',
              },
              validUntil: {
                required: false,
                type: () => String,
                description: 'Its last day, when it ends.',
                example: '2029-12-31',
              },
            },
            ApplicationDto: {
              name: { required: true, type: () => String },
              kind: { required: true, enum: ['shop', 'stall', 'farmer', 'fisher', 'maker', 'brand'] },
              region: {
                required: true,
                type: () => Object,
                description: 'The kelurahan in which it is.',
                example: '31.71.01.1001',
              },
              nib: {
                required: false,
                type: () => String,
                description: 'Nomor Induk Berusaha; left out while it has none yet.',
                example: '9120001234567',
                pattern: '^\\d{13}$',
              },
              kbli: {
                required: true,
                type: () => String,
                description: 'A class of the national classification of business fields.',
                example: '56102',
                pattern: '^\\d{5}$',
              },
              risk: {
                required: true,
                description: 'By law, of its KBLI: decides what must be shown beside the NIB.',
                enum: ['low', 'medium_low', 'medium_high', 'high'],
              },
              proofs: {
                required: true,
                type: () => [t['../businesses/http/application.dto.js'].ProofDto],
                description: 'One of each kind at most.',
              },
            },
            ReasonDto: { reason: { required: true, type: () => String } },
            StepTakenView: {
              id: { required: true, type: () => String },
              number: {
                required: true,
                type: () => String,
                description: 'What people call its application by.',
                example: 'U000123',
              },
              state: { required: true, type: () => String },
            },
          },
        ],
        [
          import('../businesses/http/queries.dto.js'),
          {
            BusinessQuery: {
              region: {
                required: false,
                type: () => String,
                description: 'Only those in it: a region of any level.',
                example: '31.71',
              },
              kind: { required: false, enum: ['shop', 'stall', 'farmer', 'fisher', 'maker', 'brand'] },
            },
          },
        ],
        [
          import('../businesses/queries/views.dto.js'),
          {
            BusinessSummary: {
              id: { required: true, type: () => String },
              number: { required: true, type: () => String, example: 'U000123' },
              name: { required: true, type: () => String },
              kind: { required: true, type: () => String, example: 'stall' },
              region: {
                required: true,
                type: () => String,
                description: 'The kelurahan in which it is.',
                example: '31.71.01.1001',
              },
              state: { required: true, type: () => String, example: 'verified' },
            },
            BusinessListView: {
              items: { required: true, type: () => [t['../businesses/queries/views.dto.js'].BusinessSummary] },
            },
            ProofView: {
              kind: { required: true, type: () => String },
              number: { required: true, type: () => String },
              validUntil: { required: true, type: () => String, nullable: true },
            },
            ApplicationView: {
              nib: { required: true, type: () => String, nullable: true },
              risk: { required: true, type: () => String },
              proofs: { required: true, type: () => [t['../businesses/queries/views.dto.js'].ProofView] },
              lacking: {
                required: true,
                type: () => [String],
                description: 'What it lacks to be verified, today: `nib` or kinds of proof.',
              },
            },
            BusinessDetailsView: {
              kbli: { required: true, type: () => String, example: '56102' },
              seenAs: {
                required: true,
                type: () => String,
                description: 'As what the caller sees it: `owner`, `verifier` or `public`.',
              },
              application: {
                required: true,
                type: () => t['../businesses/queries/views.dto.js'].ApplicationView,
                nullable: true,
                description: 'Null for everybody else.',
              },
            },
            BusinessStepView: {
              version: { required: true, type: () => Number },
              type: { required: true, type: () => String, example: 'returned' },
              state: { required: true, type: () => String },
              at: { required: true, type: () => String },
              organisationId: {
                required: true,
                type: () => String,
                nullable: true,
                description: 'The office that did it; null when the owner did.',
              },
              note: { required: true, type: () => String, nullable: true, description: "The officer's reason." },
            },
            BusinessHistoryView: {
              items: { required: true, type: () => [t['../businesses/queries/views.dto.js'].BusinessStepView] },
            },
          },
        ],
        [
          import('../checkout/http/basket.dto.js'),
          {
            BasketLineDto: {
              offerId: { required: true, type: () => Object },
              quantity: {
                required: true,
                type: () => Number,
                description: "In the unit's base: grams for kg.",
                example: 2,
                minimum: 0,
              },
            },
          },
        ],
        [
          import('../checkout/queries/views.dto.js'),
          {
            BasketLineView: {
              offerId: { required: true, type: () => String },
              listingId: { required: true, type: () => String },
              title: { required: true, type: () => String },
              name: {
                required: true,
                type: () => String,
                nullable: true,
                description: 'Of the offer; null when the listing has one alone.',
              },
              businessId: { required: true, type: () => String },
              businessName: { required: true, type: () => String },
              unit: { required: true, type: () => String, example: 'porsi' },
              quantity: { required: true, type: () => Number, description: "In the unit's base." },
              price: { required: true, type: () => Number, description: 'For one unit, now; whole rupiah.' },
              seen: { required: true, type: () => Number, description: 'The price when it was put in.' },
              amount: { required: true, type: () => Number, description: 'What the line costs now.' },
              problem: {
                required: true,
                type: () => String,
                nullable: true,
                description:
                  'Why it cannot be bought as it stands: `not_for_sale`, `own_goods`, `quantity_not_offered`, `price_rose` or\n`too_little_left`; null when it can.',
              },
            },
            BasketView: {
              items: { required: true, type: () => [t['../checkout/queries/views.dto.js'].BasketLineView] },
              total: { required: true, type: () => Number, description: 'What all of it costs now, in whole rupiah.' },
            },
            CheckoutOrderView: {
              id: { required: true, type: () => String },
              number: { required: true, type: () => String, example: 'P000123' },
              businessId: { required: true, type: () => String },
              businessName: { required: true, type: () => String },
              state: { required: true, type: () => String },
              amount: { required: true, type: () => Number },
            },
            CheckoutView: {
              id: { required: true, type: () => String, description: 'Also what the acquirer knows the payment by.' },
              number: {
                required: true,
                type: () => String,
                description: 'What people call it by.',
                example: 'N000123',
              },
              state: {
                required: true,
                type: () => String,
                description:
                  "Of the payment: `pending`, `paid`, `expired`, `failed` or `cancelled`. Only the acquirer's word makes it paid.",
                example: 'pending',
              },
              total: { required: true, type: () => Number, description: 'Whole rupiah.', example: 50000 },
              expiresAt: { required: true, type: () => String, description: 'Until then the goods are held.' },
              qr: {
                required: true,
                type: () => String,
                nullable: true,
                description:
                  'The text of the QR code to pay by; null while the acquirer cannot be asked, and when there is nothing to pay.',
              },
              orders: {
                required: true,
                type: () => [t['../checkout/queries/views.dto.js'].CheckoutOrderView],
                description: 'One for each seller.',
              },
            },
          },
        ],
        [
          import('../ledger/queries/views.dto.js'),
          {
            StatementLineView: {
              id: { required: true, type: () => String },
              at: { required: true, type: () => String },
              kind: {
                required: true,
                type: () => String,
                description: 'What it was for: `sale` of an order, or its fee (`mdr`).',
                example: 'sale',
              },
              reference: { required: true, type: () => String, description: 'The order that it was for.' },
              amount: {
                required: true,
                type: () => Number,
                description: 'Whole rupiah; below zero when it was taken.',
                example: 50000,
              },
              balance: {
                required: true,
                type: () => Number,
                description: 'What the business had earned and not got, after it.',
              },
            },
            StatementView: {
              items: { required: true, type: () => [t['../ledger/queries/views.dto.js'].StatementLineView] },
            },
            BalanceView: {
              balance: {
                required: true,
                type: () => Number,
                description: 'What the business has earned and not got yet, whole rupiah.',
                example: 50000,
              },
            },
          },
        ],
        [
          import('../listings/http/listing.dto.js'),
          {
            OfferDto: {
              id: {
                required: false,
                type: () => Object,
                description: 'Of an offer that the listing has already; left out for a new one.',
              },
              name: {
                required: false,
                type: () => String,
                description: "Tells it from the listing's others.",
                example: 'Porsi besar',
              },
              unit: {
                required: true,
                enum: ['piece', 'porsi', 'ikat', 'ekor', 'pasang', 'lusin', 'kodi', 'g', 'ons', 'liter', 'kg'],
              },
              price: {
                required: true,
                type: () => Number,
                description: 'Whole rupiah for one unit.',
                example: 25000,
                minimum: 1,
              },
              step: {
                required: false,
                type: () => Number,
                description: "Ordered in multiples of it, in the unit's base (grams for kg); one unit unless told.",
                minimum: 1,
              },
              minimum: {
                required: false,
                type: () => Number,
                description: "The least that can be ordered, in the unit's base; one step unless told.",
                minimum: 1,
              },
              onHand: {
                required: false,
                type: () => Number,
                description:
                  "What there is of a new offer, in the unit's base; none unless told. Of one that is there already, its stock stays.",
                minimum: 0,
              },
            },
            ListingDto: {
              title: { required: true, type: () => String },
              description: { required: true, type: () => String },
              category: {
                required: true,
                enum: [
                  'prepared_food',
                  'snacks',
                  'drinks',
                  'rice_and_staples',
                  'vegetables',
                  'fruit',
                  'spices',
                  'fish',
                  'meat',
                  'eggs_and_dairy',
                  'plants',
                  'fashion',
                  'crafts',
                  'household',
                ],
              },
              offers: { required: true, type: () => [t['../listings/http/listing.dto.js'].OfferDto], minItems: 1 },
            },
            NewListingDto: {
              businessId: {
                required: true,
                type: () => Object,
                description: "Whose it will be: a verified one of the caller's.",
              },
            },
            PriceDto: {
              price: {
                required: true,
                type: () => Number,
                description: 'Whole rupiah for one unit.',
                example: 27000,
                minimum: 1,
              },
            },
            StockMoveDto: { reason: { required: true, type: () => String } },
            StockCountDto: {
              onHand: {
                required: true,
                type: () => Number,
                description: "What was counted, in the unit's base.",
                minimum: 0,
              },
              was: {
                required: true,
                type: () => Number,
                description: 'What it was taken for: refused when it is not that any more.',
                minimum: 0,
              },
            },
            StockView: {
              onHand: {
                required: true,
                type: () => Number,
                description: "What there is now, in the unit's base, with what is held for checkouts.",
              },
            },
          },
        ],
        [
          import('../listings/http/queries.dto.js'),
          {
            ListingQuery: {
              region: {
                required: false,
                type: () => String,
                description: 'Only of businesses in it: a region of any level.',
                example: '31.71',
              },
              category: {
                required: false,
                enum: [
                  'prepared_food',
                  'snacks',
                  'drinks',
                  'rice_and_staples',
                  'vegetables',
                  'fruit',
                  'spices',
                  'fish',
                  'meat',
                  'eggs_and_dairy',
                  'plants',
                  'fashion',
                  'crafts',
                  'household',
                ],
              },
              businessId: { required: false, type: () => String, description: 'Only of that business.' },
            },
          },
        ],
        [
          import('../listings/queries/views.dto.js'),
          {
            ListingSummary: {
              id: { required: true, type: () => String },
              number: {
                required: true,
                type: () => String,
                description: 'What people call it by.',
                example: 'L000123',
              },
              title: { required: true, type: () => String },
              category: { required: true, type: () => String, example: 'prepared_food' },
              businessId: { required: true, type: () => String },
              businessName: { required: true, type: () => String },
              region: {
                required: true,
                type: () => String,
                description: 'The kelurahan of the business.',
                example: '31.71.01.1001',
              },
              state: { required: true, type: () => String, example: 'published' },
              priceFrom: {
                required: true,
                type: () => Number,
                description: 'Of its cheapest offer, whole rupiah for one of its units.',
                example: 25000,
              },
              priceTo: { required: true, type: () => Number, description: 'Of its dearest offer.', example: 25000 },
              inStock: {
                required: true,
                type: () => Boolean,
                description: 'Whether anything of it can be ordered now.',
              },
            },
            ListingListView: {
              items: { required: true, type: () => [t['../listings/queries/views.dto.js'].ListingSummary] },
            },
            OfferView: {
              id: { required: true, type: () => String },
              name: {
                required: true,
                type: () => String,
                nullable: true,
                description: 'Null when the listing has one offer alone.',
              },
              unit: { required: true, type: () => String, description: 'What the price is for.', example: 'kg' },
              base: {
                required: true,
                type: () => String,
                description: 'What quantities are counted in.',
                example: 'g',
              },
              per: {
                required: true,
                type: () => Number,
                description: 'How many of the base make one unit.',
                example: 1000,
              },
              price: { required: true, type: () => Number, description: 'Whole rupiah for one unit.', example: 25000 },
              step: { required: true, type: () => Number, description: 'Ordered in multiples of it, in the base.' },
              minimum: {
                required: true,
                type: () => Number,
                description: 'The least that can be ordered, in the base.',
              },
              free: { required: true, type: () => Number, description: 'How much can be ordered now, in the base.' },
            },
            ListingDetailsView: {
              description: { required: true, type: () => String },
              offers: { required: true, type: () => [t['../listings/queries/views.dto.js'].OfferView] },
              seenAs: {
                required: true,
                type: () => String,
                description: 'As what the caller sees it: `owner`, `checker` or `public`.',
              },
            },
            ListingStepView: {
              version: { required: true, type: () => Number },
              type: { required: true, type: () => String, example: 'published' },
              state: { required: true, type: () => String },
              at: { required: true, type: () => String },
              organisationId: {
                required: true,
                type: () => String,
                nullable: true,
                description: 'The office that did it; null when the owner did.',
              },
              note: { required: true, type: () => String, nullable: true, description: "The officer's reason." },
            },
            ListingHistoryView: {
              items: { required: true, type: () => [t['../listings/queries/views.dto.js'].ListingStepView] },
            },
          },
        ],
        [
          import('../orders/http/orders.dto.js'),
          {
            PickupCodeDto: {
              code: {
                required: true,
                type: () => String,
                description: 'What the buyer shows.',
                example: '042117',
                pattern: '^\\d{6}$',
              },
            },
          },
        ],
        [
          import('../orders/queries/views.dto.js'),
          {
            OrderSummary: {
              id: { required: true, type: () => String },
              number: {
                required: true,
                type: () => String,
                description: 'What people call it by.',
                example: 'P000123',
              },
              businessId: { required: true, type: () => String },
              businessName: { required: true, type: () => String },
              state: { required: true, type: () => String, example: 'paid' },
              amount: { required: true, type: () => Number, description: 'Whole rupiah.', example: 50000 },
              placedAt: { required: true, type: () => String },
              dueAt: {
                required: true,
                type: () => String,
                nullable: true,
                description: 'When the next step is taken by itself; null when there is none.',
              },
            },
            OrderListView: {
              items: { required: true, type: () => [t['../orders/queries/views.dto.js'].OrderSummary] },
            },
            OrderLineView: {
              listingId: { required: true, type: () => String },
              offerId: { required: true, type: () => String },
              title: { required: true, type: () => String },
              name: {
                required: true,
                type: () => String,
                nullable: true,
                description: 'Of the offer; null when the listing had one alone.',
              },
              unit: { required: true, type: () => String, example: 'porsi' },
              price: { required: true, type: () => Number, description: 'For one unit, whole rupiah.' },
              quantity: { required: true, type: () => Number, description: "In the unit's base." },
              amount: { required: true, type: () => Number },
            },
            OrderDetailsView: {
              checkoutId: { required: true, type: () => String, description: 'Its checkout.' },
              seenAs: {
                required: true,
                type: () => String,
                description: 'As what the caller sees it: `buyer` or `seller`.',
              },
              lines: { required: true, type: () => [t['../orders/queries/views.dto.js'].OrderLineView] },
              pickupCode: {
                required: true,
                type: () => String,
                nullable: true,
                description: 'What the buyer shows to fetch it; null for the seller, and before it is taken on.',
              },
            },
            OrderStepView: {
              version: { required: true, type: () => Number },
              type: { required: true, type: () => String, example: 'accepted' },
              state: { required: true, type: () => String },
              at: { required: true, type: () => String },
              note: { required: true, type: () => String, nullable: true, description: 'The reason that was given.' },
            },
            OrderHistoryView: {
              items: { required: true, type: () => [t['../orders/queries/views.dto.js'].OrderStepView] },
            },
          },
        ],
        [
          import('../payment-codes/http/payment-codes.dto.js'),
          {
            QrisCodeDto: {
              code: { required: true, type: () => String, description: 'What is in the QR code, as it was scanned.' },
            },
            BillQuery: {
              amount: {
                required: false,
                type: () => Number,
                description: 'Whole rupiah.',
                example: 25000,
                minimum: 1,
                maximum: 9999999999,
              },
              billNumber: {
                required: false,
                type: () => String,
                description: 'What the business finds the payment by, when there is an amount; `BAYAR` unless told.',
                example: 'INV-1',
                pattern: '^[!-~]{1,25}$',
              },
            },
          },
        ],
        [
          import('../payment-codes/queries/views.dto.js'),
          {
            PaymentCodeView: {
              nmid: {
                required: true,
                type: () => String,
                description: "The merchant's national number.",
                example: 'ID1026529448957',
              },
              code: {
                required: true,
                type: () => String,
                description: 'The text of the QR code: what a picture of it holds. It proves no payment.',
              },
            },
            ScannedCodeView: {
              verdict: {
                required: true,
                type: () => String,
                description:
                  '`genuine`: it pays this business. `of_another_merchant`: it pays somebody else. `not_readable`: it is no QRIS code.',
                example: 'genuine',
              },
            },
          },
        ],
        [
          import('../payments/http/callback.dto.js'),
          {
            CallbackHeardView: {
              outcome: {
                required: true,
                type: () => String,
                description:
                  'What it brought about: `paid`, `failed`, `taken_before`, `asked_about`, `unknown_reference` or `noted`.',
                example: 'paid',
              },
            },
          },
        ],
        [
          import('../reconciliation/http/queries.dto.js'),
          {
            DayQuery: {
              day: {
                required: true,
                type: () => String,
                description: "In the city's time zone.",
                example: '2026-11-27',
              },
            },
          },
        ],
        [
          import('../reconciliation/queries/views.dto.js'),
          {
            DifferenceView: {
              kind: {
                required: true,
                type: () => String,
                description: '`not_with_us`, `not_with_acquirer`, `amount_differs` or `refund_differs`.',
                example: 'not_with_us',
              },
              reference: {
                required: true,
                type: () => String,
                description: "The acquirer's number of the transaction; of refunds our payment.",
              },
              ours: { required: true, type: () => Number, description: 'By our book, whole rupiah.' },
              theirs: { required: true, type: () => Number, description: "By the acquirer's file." },
              foundAt: { required: true, type: () => String },
            },
            DifferenceListView: {
              items: { required: true, type: () => [t['../reconciliation/queries/views.dto.js'].DifferenceView] },
            },
          },
        ],
        [
          import('../search/http/queries.dto.js'),
          {
            SearchQuery: {
              q: { required: true, type: () => String, description: 'What is looked for, in words.' },
              region: {
                required: false,
                type: () => String,
                description: 'Only of businesses in it: a region of any level.',
                example: '31.71',
              },
              category: {
                required: false,
                enum: [
                  'prepared_food',
                  'snacks',
                  'drinks',
                  'rice_and_staples',
                  'vegetables',
                  'fruit',
                  'spices',
                  'fish',
                  'meat',
                  'eggs_and_dairy',
                  'plants',
                  'fashion',
                  'crafts',
                  'household',
                ],
              },
              priceMax: {
                required: false,
                type: () => Number,
                description: 'Only what has an offer that costs no more, whole rupiah.',
                example: 30000,
                minimum: 1,
                maximum: 1000000000,
              },
            },
          },
        ],
        [
          import('../search/queries/views.dto.js'),
          {
            CorrectionView: {
              from: {
                required: true,
                type: () => String,
                description: 'What was asked for, and nobody writes.',
                example: 'stoo',
              },
              to: {
                required: true,
                type: () => String,
                description: 'What was looked for in its place.',
                example: 'soto',
              },
            },
            CategoryCountView: {
              category: { required: true, type: () => String, example: 'prepared_food' },
              count: { required: true, type: () => Number },
            },
            FoundView: {
              items: { required: true, type: () => [t['../listings/queries/views.dto.js'].ListingSummary] },
              corrections: {
                required: true,
                type: () => [t['../search/queries/views.dto.js'].CorrectionView],
                description: 'Words that were taken for others.',
              },
              relaxed: {
                required: true,
                type: () => Boolean,
                description: 'Whether nothing has all the words, so that what has some of them is shown.',
              },
              categories: {
                required: true,
                type: () => [t['../search/queries/views.dto.js'].CategoryCountView],
                description: 'How many were found in each category, the most first; on the first page.',
              },
            },
          },
        ],
      ],
      controllers: [
        [
          import('../businesses/http/checking.controller.js'),
          {
            CheckingController: {
              verify: {
                summary: 'It is what it says: verified',
                type: t['../businesses/http/application.dto.js'].StepTakenView,
              },
              giveBack: {
                summary: 'Return it to be corrected',
                type: t['../businesses/http/application.dto.js'].StepTakenView,
              },
              refuse: { summary: 'Refuse it for good', type: t['../businesses/http/application.dto.js'].StepTakenView },
              suspend: {
                summary: 'Stop a verified one for the time being',
                type: t['../businesses/http/application.dto.js'].StepTakenView,
              },
              resume: {
                summary: 'Let a suspended one go on',
                type: t['../businesses/http/application.dto.js'].StepTakenView,
              },
            },
          },
        ],
        [
          import('../businesses/http/owning.controller.js'),
          {
            OwningController: {
              apply: {
                summary: "Apply for a business of one's own",
                type: t['../businesses/http/application.dto.js'].StepTakenView,
              },
              resubmit: {
                summary: 'Hand a returned application in again, corrected',
                type: t['../businesses/http/application.dto.js'].StepTakenView,
              },
              close: { summary: 'Close the business', type: t['../businesses/http/application.dto.js'].StepTakenView },
            },
          },
        ],
        [
          import('../businesses/http/reading.controller.js'),
          {
            ReadingController: {
              list: { summary: 'Verified businesses, newest first' },
              mine: { summary: "The caller's own, newest first" },
              queue: { summary: "Applications that wait for the caller's office, oldest first" },
              see: {
                summary:
                  'One business: all of it for its owner and for who verifies it, what everybody may know for others',
                type: t['../businesses/queries/views.dto.js'].BusinessDetailsView,
              },
              history: {
                summary: "What happened to it, with the officers' reasons: for its owner and for who verifies it",
                type: t['../businesses/queries/views.dto.js'].BusinessHistoryView,
              },
            },
          },
        ],
        [
          import('../checkout/http/basket.controller.js'),
          {
            BasketController: {
              see: {
                summary: "The caller's basket, as its goods are offered now",
                type: t['../checkout/queries/views.dto.js'].BasketView,
              },
              put: {
                summary: 'Make it so much of an offer; 0 takes it out',
                type: t['../checkout/queries/views.dto.js'].BasketView,
              },
            },
          },
        ],
        [
          import('../checkout/http/checkouts.controller.js'),
          {
            CheckoutsController: {
              checkOut: {
                summary: 'Order all that is in the basket; a former checkout that is not paid ends',
                type: t['../checkout/queries/views.dto.js'].CheckoutView,
              },
              see: { summary: 'How far it is', type: t['../checkout/queries/views.dto.js'].CheckoutView },
              draw: { summary: 'The QR code to pay by, as a picture', type: String },
              giveUp: { summary: 'Give it up before paying', type: t['../checkout/queries/views.dto.js'].CheckoutView },
            },
          },
        ],
        [
          import('../ledger/http/books.controller.js'),
          {
            BooksController: {
              balance: {
                summary: 'What it has earned and not got yet: the sum of its postings and nothing else',
                type: t['../ledger/queries/views.dto.js'].BalanceView,
              },
              statement: { summary: 'Every posting, newest first' },
            },
          },
        ],
        [
          import('../listings/http/curating.controller.js'),
          {
            CuratingController: {
              approve: {
                summary: 'It is in order: everybody can order from it',
                type: t['../businesses/http/application.dto.js'].StepTakenView,
              },
              refuse: {
                summary: 'Refuse it, or take one off that is shown',
                type: t['../businesses/http/application.dto.js'].StepTakenView,
              },
            },
          },
        ],
        [
          import('../listings/http/listings.controller.js'),
          {
            ListingsController: {
              list: { summary: 'What can be ordered, newest first' },
              mine: { summary: "The caller's own, in all states, newest first" },
              queue: { summary: "What waits to be checked by the caller's office, oldest first" },
              see: {
                summary: 'One listing with its offers and what is left of each',
                type: t['../listings/queries/views.dto.js'].ListingDetailsView,
              },
              history: {
                summary: "What happened to it, with the officers' reasons: for its owner and for who checks it",
                type: t['../listings/queries/views.dto.js'].ListingHistoryView,
              },
            },
          },
        ],
        [
          import('../listings/http/offering.controller.js'),
          {
            OfferingController: {
              draft: { summary: 'Begin a listing', type: t['../businesses/http/application.dto.js'].StepTakenView },
              revise: {
                summary: 'Change what is not shown: a draft, a refused or a paused one. It is checked again then',
                type: t['../businesses/http/application.dto.js'].StepTakenView,
              },
              submit: {
                summary: 'Hand a draft in to be checked',
                type: t['../businesses/http/application.dto.js'].StepTakenView,
              },
              pause: {
                summary: 'Take it off for the time being',
                type: t['../businesses/http/application.dto.js'].StepTakenView,
              },
              resume: {
                summary: 'Show a paused one again',
                type: t['../businesses/http/application.dto.js'].StepTakenView,
              },
              withdraw: {
                summary: 'Take it off for good',
                type: t['../businesses/http/application.dto.js'].StepTakenView,
              },
            },
          },
        ],
        [
          import('../listings/http/offers.controller.js'),
          {
            OffersController: {
              reprice: {
                summary: 'Change the price of an offer that is shown',
                type: t['../businesses/http/application.dto.js'].StepTakenView,
              },
              move: { summary: 'Something came or went', type: t['../listings/http/listing.dto.js'].StockView },
              count: { summary: 'It was counted', type: t['../listings/http/listing.dto.js'].StockView },
            },
          },
        ],
        [
          import('../orders/http/fulfilling.controller.js'),
          {
            FulfillingController: {
              accept: { summary: 'Take it on', type: t['../businesses/http/application.dto.js'].StepTakenView },
              decline: {
                summary: 'Do not take it on: the money goes back',
                type: t['../businesses/http/application.dto.js'].StepTakenView,
              },
              makeReady: {
                summary: 'It can be fetched',
                type: t['../businesses/http/application.dto.js'].StepTakenView,
              },
              callOff: {
                summary: 'It cannot be fulfilled after all: the money goes back',
                type: t['../businesses/http/application.dto.js'].StepTakenView,
              },
              handOver: {
                summary: 'The buyer is here and shows the code',
                type: t['../businesses/http/application.dto.js'].StepTakenView,
              },
            },
          },
        ],
        [
          import('../orders/http/orders.controller.js'),
          {
            OrdersController: {
              mine: { summary: 'What the caller ordered, newest first' },
              incoming: { summary: "What was ordered from the caller's businesses, newest first" },
              see: {
                summary: 'One order, for its buyer and its seller',
                type: t['../orders/queries/views.dto.js'].OrderDetailsView,
              },
              history: { summary: 'What happened to it', type: t['../orders/queries/views.dto.js'].OrderHistoryView },
              cancel: {
                summary: 'Cancel what the seller has not taken on: the money goes back',
                type: t['../businesses/http/application.dto.js'].StepTakenView,
              },
              complete: {
                summary: 'It is as it should be',
                type: t['../businesses/http/application.dto.js'].StepTakenView,
              },
            },
          },
        ],
        [
          import('../payment-codes/http/payment-codes.controller.js'),
          {
            PaymentCodesController: {
              register: {
                summary: 'Say which static QRIS code customers pay by; it replaces the one before',
                type: t['../businesses/http/application.dto.js'].StepTakenView,
              },
              show: {
                summary: 'The code as text; with an amount, made out for it',
                type: t['../payment-codes/queries/views.dto.js'].PaymentCodeView,
              },
              draw: { summary: 'The code as a picture', type: String },
              check: {
                summary: "Is a scanned code this business's own, or was another pasted over it?",
                type: t['../payment-codes/queries/views.dto.js'].ScannedCodeView,
              },
            },
          },
        ],
        [
          import('../payments/http/callback.controller.js'),
          {
            CallbackController: {
              hear: {
                summary: "The acquirer's word on a charge, with its signature. Fields that we do not know are welcome",
                type: t['../payments/http/callback.dto.js'].CallbackHeardView,
              },
            },
          },
        ],
        [
          import('../reconciliation/http/reconciliation.controller.js'),
          {
            ReconciliationController: {
              list: {
                summary: "What the acquirer's file of a day says otherwise than we do",
                type: t['../reconciliation/queries/views.dto.js'].DifferenceListView,
              },
            },
          },
        ],
        [
          import('../search/http/search.controller.js'),
          {
            SearchController: {
              search: {
                summary:
                  'What can be ordered, by words: stems, other spellings, beginnings and typing errors are understood',
                type: t['../search/queries/found.js'].Found,
              },
            },
          },
        ],
      ],
    },
  };
};
