import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type IdentityUnderTest, startIdentity } from './identity-under-test.js';

interface Document {
  paths: Record<string, object>;
  components: { schemas: Record<string, { properties: Record<string, unknown>; required?: string[] }> };
}

let identity: IdentityUnderTest;
let document: Document;
beforeAll(async () => {
  identity = await startIdentity();
  document = (await identity.http.get<Document>('/openapi.json')).body;
});
afterAll(() => identity.close());

describe("identity's OpenAPI document", () => {
  it('names every REST route, and the endpoints of OAuth as its discovery does', () => {
    expect(Object.keys(document.paths).filter((path) => !path.startsWith('/v1'))).toEqual([
      '/oauth/token',
      '/oauth/revocation',
      '/oauth/jwks',
      '/.well-known/openid-configuration',
    ]);
    expect(Object.keys(document.paths)).toEqual(
      expect.arrayContaining(['/v1/otp-challenges', '/v1/me', '/v1/organisations', '/v1/organisations/{id}/members']),
    );
  });

  it('says of what a request and an answer are made', () => {
    const { OtpChallengeDto, OrganisationView } = document.components.schemas;
    expect(OtpChallengeDto).toMatchObject({
      required: ['phone'],
      properties: { phone: { type: 'string', maxLength: 32, example: '+6281234567890' } },
    });
    expect(OrganisationView!.properties['regions']).toEqual({ type: 'array', items: { type: 'string' } });
  });
});
