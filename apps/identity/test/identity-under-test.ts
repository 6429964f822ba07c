import { expect } from '@jest/globals';
import { type CryptoKey } from 'jose';
import { Clock, FixedClock } from '@jaki/kernel';
import { eventually, freePort, type HttpAnswer, type ServiceUnderTest, startService } from '@jaki/testing';
import { AppModule } from '../src/app.module.js';
import { OTP_GRANT } from '../src/oidc/clients.js';
import { freshSecrets } from './secrets.js';
import { TestSmsGateway } from './sms-gateway.js';

export const REPORTS = 'urn:jaki:reports';
export const IDENTITY = 'urn:jaki:identity';
export const NOTIFICATIONS = 'urn:jaki:notifications';

export interface TokenAnswer {
  readonly access_token: string;
  readonly refresh_token: string;
  readonly id_token: string;
  readonly expires_in: number;
  /** By service, when several were asked for. */
  readonly access_tokens?: Readonly<Record<string, { access_token: string; token_type: string; expires_in: number }>>;
  readonly error: string;
  readonly error_description?: string;
}

type Parameters = Record<string, string>;
type Form = Record<string, string | readonly string[]>;

/** identity with a gateway that keeps its messages, a clock to move, and what a client does with it. */
export interface IdentityUnderTest extends ServiceUnderTest {
  readonly clock: FixedClock;
  readonly sms: TestSmsGateway;
  readonly env: Readonly<Record<string, string>>;
  readonly sealKey: CryptoKey;
  /** Of the channel account `petabencana`. */
  readonly channelSecret: string;
  /** Asks for a code and waits for the message. */
  codeFor(phone: string): Promise<{ challenge_id: string; code: string }>;
  /** A request to the token endpoint, by our own app unless told. */
  tokens(parameters: Form, headers?: Parameters): Promise<HttpAnswer<TokenAnswer>>;
  /** Logs in by phone. */
  login(phone: string, parameters?: Form): Promise<TokenAnswer>;
  refresh(token: string, parameters?: Form): Promise<HttpAnswer<TokenAnswer>>;
}

export async function startIdentity(env: Parameters = {}): Promise<IdentityUnderTest> {
  const sms = await new TestSmsGateway().start();
  const { env: secrets, sealKey, channelSecret } = await freshSecrets();
  const port = String(await freePort());
  const url = `http://127.0.0.1:${port}`;
  const whole = { ...secrets, SMS_GATEWAY_URL: sms.url, ISSUER: url, JWKS_URL: `${url}/oauth/jwks`, ...env };
  const clock = new FixedClock(new Date());
  const providers = [{ provide: Clock, useValue: clock }];
  const service = await startService(AppModule, { env: { ...whole, PORT: port }, providers });
  const close = async () => {
    await service.close();
    await sms.stop();
  };
  return { ...service, close, clock, sms, env: whole, sealKey, channelSecret, ...clientOf(service, sms) };
}

/** Another instance on the same database. */
export function startBeside(first: IdentityUnderTest, env: Parameters = {}): Promise<ServiceUnderTest> {
  const providers = [{ provide: Clock, useValue: first.clock }];
  return startService(AppModule, { beside: first, env: { ...first.env, ...env }, providers });
}

let phones = 0;

/** A number that no other test of this file uses. */
export function freshPhone(): string {
  phones += 1;
  return `+62813${String(10_000_000 + phones)}`;
}

function clientOf({ http }: ServiceUnderTest, sms: TestSmsGateway) {
  const codeFor: IdentityUnderTest['codeFor'] = async (phone) => {
    const before = sms.to(phone).length;
    const { status, body } = await http.post<{ challengeId: string }>('/v1/otp-challenges', { body: { phone } });
    expect(status).toBe(202);
    const message = await eventually(() => {
      expect(sms.to(phone)).toHaveLength(before + 1);
      return sms.to(phone).at(-1)!;
    });
    return { challenge_id: body.challengeId, code: /\d{6}/.exec(message.text)![0] };
  };
  const tokens: IdentityUnderTest['tokens'] = (parameters, headers = {}) => {
    const own = 'authorization' in headers ? {} : { client_id: 'jaki-app' };
    return http.post<TokenAnswer>('/oauth/token', { body: formOf({ ...own, ...parameters }), headers });
  };
  const login: IdentityUnderTest['login'] = async (phone, parameters = {}) => {
    const answer = await tokens({
      grant_type: OTP_GRANT,
      phone,
      ...(await codeFor(phone)),
      resource: REPORTS,
      ...parameters,
    });
    expect(answer).toMatchObject({ status: 200 });
    return answer.body;
  };
  const refresh: IdentityUnderTest['refresh'] = (token, parameters = {}) =>
    tokens({ grant_type: 'refresh_token', refresh_token: token, resource: REPORTS, ...parameters });
  return { codeFor, tokens, login, refresh };
}

/** A list repeats its parameter. */
function formOf(parameters: Form): URLSearchParams {
  const pairs = Object.entries(parameters).flatMap(([name, value]) => [value].flat().map((each) => [name, each]));
  return new URLSearchParams(pairs as [string, string][]);
}
