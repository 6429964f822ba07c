import { newId } from '@jaki/kernel';
import { type ServiceUnderTest, type StartOptions, startService } from '@jaki/testing';
import { AppModule } from '../src/app.module.js';
import { type StepTakenView } from '../src/businesses/http/application.dto.js';

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

/** The service, and what people do over HTTP. */
export class TestMarket {
  private constructor(readonly service: ServiceUnderTest) {}

  static async start(options: StartOptions = {}): Promise<TestMarket> {
    return new TestMarket(await startService(AppModule, { ...options, env: { RATE_LIMITS: 'off', ...options.env } }));
  }

  close(): Promise<void> {
    return this.service.close();
  }

  citizen(sub: string = newId()): Promise<string> {
    return this.service.token({ sub, recipient: seal });
  }

  officer(kind = 'kelurahan_office', regions: string[] = [GAMBIR], sub: string = newId()): Promise<string> {
    return this.service.token({ sub, roles: ['officer'], organisation: { id: newId(), kind, regions } });
  }

  /** Applies and expects it to be taken. */
  async apply(token: string, of: object = {}): Promise<StepTakenView> {
    const body = { ...application, nib: freshNib(), ...of };
    const answer = await this.service.http.post<StepTakenView>('/v1/businesses', { token, body });
    if (answer.status !== 201) throw new Error(`not taken: ${JSON.stringify(answer.body)}`);
    return answer.body;
  }

  step(id: string, command: string, token: string, body: object = {}) {
    const path = `/v1/businesses/${id}/${command}`;
    return this.service.http.post<{ code?: string; state?: string; details?: object }>(path, { token, body });
  }

  /** Takes a step and expects it to be allowed. @returns the state after it */
  async take(id: string, command: string, token: string, body: object = {}): Promise<string> {
    const answer = await this.step(id, command, token, body);
    if (answer.status !== 200) throw new Error(`${command} refused: ${JSON.stringify(answer.body)}`);
    return answer.body.state ?? '';
  }
}
