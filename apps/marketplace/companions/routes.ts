import { type IncomingMessage } from 'node:http';
import { isDay } from '@jaki/kernel';
import { type Answer, BACK, csv, html, json, refused } from './answers.js';
import { type Callbacks } from './callbacks.js';
import { type Charge, grossText, statusOf, viewOf } from './charge.js';
import { type ChargeBook } from './charge-book.js';
import { page, POLICY } from './page.js';
import { Refusal } from './refusal.js';
import { bodyOf, readCharge, readPayment, readPaymentForm, readRefund } from './requests.js';
import { settlementFile } from './settlement-file.js';

/** All that answers are made from. */
export interface Desk {
  readonly book: ChargeBook;
  readonly callbacks: Callbacks;
  readonly serverKey: string;
}

/** A request, as far as its route has read it. */
interface Asked extends Desk {
  readonly request: IncomingMessage;
  readonly url: URL;
  readonly orderId: string;
}

interface Route {
  readonly method: string;
  readonly path: RegExp;
  /** For the merchant alone, who knows the server key. */
  readonly keyed: boolean;
  readonly answer: (asked: Asked) => Answer | Promise<Answer>;
}

const ROUTES: readonly Route[] = [
  { method: 'POST', path: /^\/v2\/charge$/, keyed: true, answer: charge },
  { method: 'GET', path: /^\/v2\/([^/]+)\/status$/, keyed: true, answer: status },
  { method: 'POST', path: /^\/v2\/([^/]+)\/refund$/, keyed: true, answer: refund },
  { method: 'POST', path: /^\/pay\/([^/]+)$/, keyed: false, answer: pay },
  { method: 'POST', path: /^\/fail\/([^/]+)$/, keyed: false, answer: fail },
  { method: 'POST', path: /^\/callback-again\/([^/]+)$/, keyed: false, answer: callbackAgain },
  { method: 'GET', path: /^\/$/, keyed: false, answer: ({ book }) => html(page(book.list()), POLICY) },
  { method: 'GET', path: /^\/charges$/, keyed: false, answer: charges },
  { method: 'GET', path: /^\/settlement\.csv$/, keyed: false, answer: settlement },
];

/** Answers a request, also one that is refused. */
export async function answerTo(request: IncomingMessage, desk: Desk): Promise<Answer> {
  try {
    const url = addressOf(request);
    const route = ROUTES.find(({ method, path }) => method === request.method && path.test(url.pathname));
    if (route === undefined) throw new Refusal(404, 'there is nothing here');
    if (route.keyed && !knows(request, desk.serverKey)) throw new Refusal(401, 'the server key is wrong or missing');
    return await route.answer({ ...desk, request, url, orderId: decoded(route.path.exec(url.pathname)?.[1] ?? '') });
  } catch (error) {
    if (error instanceof Refusal) return refused(error);
    throw error;
  }
}

function addressOf({ url }: IncomingMessage): URL {
  const address = URL.parse(`http://acquirer${url ?? '/'}`);
  if (address === null) throw new Refusal(400, 'this is no address');
  return address;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw new Refusal(400, 'the order_id in the address is not encoded as it should be');
  }
}

/** HTTP Basic: the key is the user, the password is empty. */
function knows(request: IncomingMessage, serverKey: string): boolean {
  const [, given = ''] = /^basic +(\S+)$/i.exec(request.headers.authorization ?? '') ?? [];
  return Buffer.from(given, 'base64').toString() === `${serverKey}:`;
}

async function charge({ book, request }: Asked): Promise<Answer> {
  const { charge: made, fresh } = book.charge(readCharge(await bodyOf(request)));
  return json(fresh ? 201 : 200, {
    transaction_id: made.transactionId,
    order_id: made.orderId,
    gross_amount: grossText(made.amount),
    transaction_status: statusOf(made),
    qr_string: made.qr,
  });
}

function status({ book, orderId }: Asked): Answer {
  return json(200, viewOf(book.find(orderId)));
}

async function refund({ book, request, orderId }: Asked): Promise<Answer> {
  return json(200, viewOf(book.refund(orderId, readRefund(await bodyOf(request)))));
}

async function pay({ book, request, orderId }: Asked): Promise<Answer> {
  const body = await bodyOf(request);
  const amount = isForm(request) ? readPaymentForm(body) : readPayment(body);
  return done(request, book.pay(orderId, amount));
}

async function fail({ book, request, orderId }: Asked): Promise<Answer> {
  await bodyOf(request);
  return done(request, book.fail(orderId));
}

async function callbackAgain({ book, callbacks, request, orderId }: Asked): Promise<Answer> {
  await bodyOf(request);
  const charge = book.find(orderId);
  callbacks.sendAgain(charge);
  return done(request, charge);
}

function charges({ book }: Asked): Answer {
  const items = book.list().map((each) => ({ ...viewOf(each), charged_amount: each.amount, qr_string: each.qr }));
  return json(200, { items });
}

function settlement({ book, url }: Asked): Answer {
  const day = url.searchParams.get('day') ?? '';
  if (!isDay(day)) throw new Refusal(400, 'day must be a day, YYYY-MM-DD');
  return csv(settlementFile(book.list().toReversed(), day));
}

function done(request: IncomingMessage, changed: Charge): Answer {
  return isForm(request) ? BACK : json(200, viewOf(changed));
}

function isForm(request: IncomingMessage): boolean {
  return request.headers['content-type']?.startsWith('application/x-www-form-urlencoded') === true;
}
