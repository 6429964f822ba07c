import { expect } from '@jest/globals';
import { newId } from '@jaki/kernel';
import { eventually, freePort, type ServiceUnderTest, type StartOptions, startService } from '@jaki/testing';
import { type SandboxAcquirer, startSandboxAcquirer } from '../companions/sandbox-acquirer.js';
import { AppModule } from '../src/app.module.js';
import { type StepTakenView } from '../src/businesses/http/application.dto.js';
import { type CheckoutView } from '../src/checkout/queries/views.dto.js';
import { type ListingDetailsView } from '../src/listings/queries/views.dto.js';
import { type OrderDetailsView } from '../src/orders/queries/views.dto.js';

export const GAMBIR = '31.71.01.1001';
const seal = 'eyJh.bbbb.cccc.dddd.eeee';

export const application = {
  name: 'Warung Bu Sri',
  kind: 'stall',
  region: GAMBIR,
  nib: '9120001234567',
  kbli: '56102',
  risk: 'low',
};

/** A stall's own code. */
export const qrisCode =
  '00020101021126570011ID.DANA.WWW011893600915303023251702090302325170303UMI51440014ID.CO.QRIS.WWW0215ID1026529448957' +
  '0303UMI5204737253033605802ID5914Raol Mukarrozi6015Kota Banjar Bar6105707316304E0BD';

/** A NIB that no other business has. */
export const freshNib = () => String(Math.floor(Math.random() * 10 ** 13)).padStart(13, '0');

export const listing = {
  title: 'Soto Betawi',
  description: 'Kuah santan, daging sapi, emping.',
  category: 'prepared_food',
  offers: [{ unit: 'porsi', price: 25_000, onHand: 10 }],
};

export const SERVER_KEY = 'key-of-the-test-run';

/** The service with an acquirer beside it, and what people do over HTTP. */
export class TestMarket {
  private constructor(
    readonly service: ServiceUnderTest,
    private readonly acquirer: SandboxAcquirer,
    readonly acquirerUrl: string,
  ) {}

  static async start(options: StartOptions = {}): Promise<TestMarket> {
    const [port, own] = [await freePort(), await freePort()];
    const acquirer = await startSandboxAcquirer({ port, serverKey: SERVER_KEY, retryAfter: [200, 500, 1_000] });
    const acquirerUrl = `http://127.0.0.1:${port}`;
    const env = {
      PORT: String(own),
      RATE_LIMITS: 'off',
      ACQUIRER_URL: acquirerUrl,
      ACQUIRER_SERVER_KEY: SERVER_KEY,
      ACQUIRER_CALLBACK_URL: `http://127.0.0.1:${own}/v1/payments/callback`,
      ...options.env,
    };
    return new TestMarket(await startService(AppModule, { ...options, env }), acquirer, acquirerUrl);
  }

  async close(): Promise<void> {
    await this.acquirer.stop();
    await this.service.close();
  }

  citizen(sub: string = newId()): Promise<string> {
    return this.service.token({ sub, recipient: seal });
  }

  officer(kind = 'kelurahan_office', regions: string[] = [GAMBIR], sub: string = newId()): Promise<string> {
    return this.service.token({ sub, roles: ['officer'], organisation: { id: newId(), kind, regions } });
  }

  /** Applies and expects it to be taken. */
  async apply(token: string, of: object = {}): Promise<StepTakenView> {
    return this.post('/v1/businesses', token, { ...application, nib: freshNib(), ...of });
  }

  /** A verified business of that owner. */
  async business(owner: string, of: object = {}): Promise<string> {
    const { id } = await this.apply(owner, of);
    await this.take(id, 'verify', await this.officer('city_administration', ['31']));
    return id;
  }

  step(id: string, command: string, token: string, body: object = {}) {
    const path = `/v1/businesses/${id}/${command}`;
    return this.service.http.post<Refused & { state?: string }>(path, { token, body });
  }

  /** Takes a step and expects it to be allowed. @returns the state after it */
  async take(id: string, command: string, token: string, body: object = {}): Promise<string> {
    return (await this.post<StepTakenView>(`/v1/businesses/${id}/${command}`, token, body)).state;
  }

  /** A listing that everybody can order from, with its first offer's id. */
  async listing(owner: string, of: object = {}): Promise<{ id: string; businessId: string; offerId: string }> {
    const businessId = await this.business(owner);
    const { id } = await this.draft(owner, { businessId, ...of });
    await this.post(`/v1/listings/${id}/submit`, owner);
    await this.post(`/v1/listings/${id}/approve`, await this.officer('city_administration', ['31']));
    return { id, businessId, offerId: await this.offerOf(id, owner) };
  }

  draft(owner: string, of: object): Promise<StepTakenView> {
    return this.post('/v1/listings', owner, { ...listing, ...of });
  }

  async offerOf(listingId: string, token: string): Promise<string> {
    const { offers } = await this.see<ListingDetailsView>(`/v1/listings/${listingId}`, token);
    return offers[0]!.id;
  }

  /** How much of an offer can be ordered now. */
  async free(listingId: string): Promise<number> {
    return (await this.see<ListingDetailsView>(`/v1/listings/${listingId}`)).offers[0]!.free;
  }

  /** Puts so much of each into the basket and checks out. */
  async checkOut(buyer: string, lines: Record<string, number>): Promise<CheckoutView> {
    for (const [offerId, quantity] of Object.entries(lines)) {
      await this.post('/v1/basket/lines', buyer, { offerId, quantity });
    }
    return this.post('/v1/checkouts', buyer);
  }

  /** Somebody pays by the QR code: what was asked for, or another amount. */
  async pay(paymentId: string, amount?: number): Promise<void> {
    const body = amount === undefined ? null : JSON.stringify({ amount });
    await fetch(`${this.acquirerUrl}/pay/${paymentId}`, { method: 'POST', body });
  }

  /** Waits until a checkout's payment has come to a state. */
  async comes(id: string, state: string, buyer: string): Promise<CheckoutView> {
    let seen: CheckoutView | undefined;
    await eventually(async () => {
      seen = await this.see<CheckoutView>(`/v1/checkouts/${id}`, buyer);
      expect(seen.state).toBe(state);
    });
    return seen!;
  }

  /** A paid order, ready to be taken on. */
  async paidOrder(buyer: string, lines: Record<string, number>): Promise<OrderDetailsView> {
    const { id, orders } = await this.checkOut(buyer, lines);
    await this.pay(id);
    await this.comes(id, 'paid', buyer);
    return this.see(`/v1/orders/${orders[0]!.id}`, buyer);
  }

  /** A command that is expected to be allowed. */
  async post<Answer = unknown>(path: string, token: string, body: object = {}): Promise<Answer> {
    const answer = await this.service.http.post<Answer>(path, { token, body });
    if (answer.status >= 300) throw new Error(`${path} refused: ${JSON.stringify(answer.body)}`);
    return answer.body;
  }

  /** A look that is expected to be allowed. */
  async see<Answer = unknown>(path: string, token?: string): Promise<Answer> {
    const answer = await this.service.http.get<Answer>(path, token === undefined ? {} : { token });
    if (answer.status !== 200) throw new Error(`${path} refused: ${JSON.stringify(answer.body)}`);
    return answer.body;
  }

  /** Whose money it is, by account: what was credited less what was debited. */
  async books(): Promise<Record<string, number>> {
    const rows = await this.service.sql<{ account: string; amount: string }>(`
      SELECT account, sum(amount)::text AS amount FROM (
        SELECT credit AS account, amount FROM ledger_transfer UNION ALL SELECT debit, -amount FROM ledger_transfer
      ) AS posted GROUP BY account ORDER BY account`);
    return Object.fromEntries(rows.map(({ account, amount }) => [account, Number(amount)]));
  }
}

/** What a refusal says. */
export interface Refused {
  readonly code?: string;
  readonly details?: Record<string, unknown>;
}
