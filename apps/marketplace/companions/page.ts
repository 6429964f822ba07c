import { createHash } from 'node:crypto';
import { type Charge, statusOf } from './charge.js';
import { MOST_RUPIAH } from './requests.js';

const MOST_SHOWN = 200;

const HEADS = ['Order', 'Amount in rupiah', 'State', 'QR text', 'Actions']
  .map((name) => `<th scope="col">${name}</th>`)
  .join('');

const STYLE = `
  body { font: 1rem/1.5 sans-serif; margin: 2rem; color: #111; background: #fff }
  table { border-collapse: collapse; width: 100% }
  caption { text-align: left; padding: 0.5rem 0 }
  th, td { border: 1px solid #666; padding: 0.5rem; text-align: left; vertical-align: top; overflow-wrap: anywhere }
  button, input { font: inherit; padding: 0.5rem; margin: 0.125rem }
  input { width: 10rem }`;

/** Nothing but its own style, and forms that lead back to it. */
export const POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Where a person plays the payer: the charges, newest first, each with its forms. It works without scripts. */
export function page(charges: readonly Charge[]): string {
  const shown = charges.slice(0, MOST_SHOWN);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Sandbox acquirer</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>Sandbox acquirer</h1>
<p>A stand-in for a QRIS acquirer. No money moves here.</p>
<table><caption>Charges, newest first: ${shown.length} of ${charges.length}</caption>
<thead><tr>${HEADS}</tr></thead>
<tbody>${shown.map(row).join('\n')}</tbody>
</table>
</main>
</body>
</html>
`;
}

function row(charge: Charge): string {
  const status = statusOf(charge);
  const { length } = charge.payments;
  const cells = [String(charge.amount), length > 1 ? `${status}, paid ${length} times` : status, charge.qr];
  const forms = [payForm(charge), ...(status === 'pending' ? [failForm(charge)] : [])];
  const texts = cells.map((text) => `<td>${escaped(text)}</td>`).join('');
  return `<tr><th scope="row">${escaped(charge.orderId)}</th>${texts}<td>${forms.join('')}</td></tr>`;
}

/** With an amount to choose, as people pay wrong ones. */
function payForm({ orderId, amount }: Charge): string {
  const range = `min="1" max="${MOST_RUPIAH}" required`;
  // Browsers would fill in again what was typed before a reload.
  const value = `value="${amount}" autocomplete="off"`;
  const label = escaped(`Rupiah for ${orderId}`);
  const field = `<label>Rupiah <input type="number" name="amount" ${value} ${range} aria-label="${label}"></label>`;
  return form('Pay', orderId, field);
}

function failForm({ orderId }: Charge): string {
  return form('Fail', orderId, '');
}

function form(name: 'Pay' | 'Fail', orderId: string, fields: string): string {
  const path = escaped(`/${name.toLowerCase()}/${encodeURIComponent(orderId)}`);
  // Read aloud, one "Pay" after the other says nothing.
  const button = `<button aria-label="${escaped(`${name} ${orderId}`)}">${name}</button>`;
  return `<form method="post" action="${path}">${fields} ${button}</form>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}
