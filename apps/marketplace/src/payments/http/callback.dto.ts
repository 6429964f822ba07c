import { type ApiBodyOptions } from '@nestjs/swagger';

const text = { type: 'string' as const };

/** What the acquirer sends (Midtrans's shape), with whatever else it says. */
export const callbackBody: ApiBodyOptions = {
  schema: {
    type: 'object',
    additionalProperties: true,
    properties: {
      order_id: { ...text, description: 'Our reference of the payment' },
      transaction_id: text,
      transaction_status: { ...text, description: '`settlement`, `deny`, `expire`, `pending`, `refund` …' },
      status_code: text,
      gross_amount: { ...text, description: 'Whole rupiah with two decimals: `45000.00`' },
      signature_key: { ...text, description: 'SHA-512 over order_id, status_code, gross_amount and the server key' },
    },
    example: {
      order_id: '0199c1f0-0000-7000-8000-000000000401',
      transaction_id: '9aed5972-5b6a-401e-894b-a32c91ed1a3a',
      transaction_status: 'settlement',
      status_code: '200',
      gross_amount: '50000.00',
      signature_key: 'f'.repeat(128),
    },
  },
};

export class CallbackHeardView {
  /**
   * What it brought about: `paid`, `failed`, `taken_before`, `asked_about`, `unknown_reference` or `noted`.
   * @example paid
   */
  outcome!: string;
}
