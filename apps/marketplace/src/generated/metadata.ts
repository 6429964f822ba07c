/* eslint-disable */
export default async () => {
  const t = {
    ['../businesses/http/application.dto.js']: await import('../businesses/http/application.dto.js'),
    ['../businesses/queries/views.dto.js']: await import('../businesses/queries/views.dto.js'),
    ['../payment-codes/queries/views.dto.js']: await import('../payment-codes/queries/views.dto.js'),
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
      ],
    },
  };
};
