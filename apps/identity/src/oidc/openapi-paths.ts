import { type ServiceDefinition } from '@jaki/platform';

type Paths = NonNullable<ServiceDefinition['openApiPaths']>;

const text = { type: 'string' } as const;
const json = (schema: object) => ({ 'application/json': { schema } });

const oauthError = {
  description: 'Refused, as RFC 6749, 5.2 says it',
  content: json({
    type: 'object',
    required: ['error'],
    properties: { error: text, error_description: text },
  }),
};

const token = {
  access_token: { ...text, description: 'For one service (RFC 9068), ten minutes' },
  token_type: text,
  expires_in: { type: 'integer', description: 'Seconds' },
} as const;

const tokens = {
  type: 'object',
  required: ['access_token', 'token_type', 'expires_in'],
  properties: {
    ...token,
    refresh_token: { ...text, description: 'Good once: the answer holds the next one' },
    id_token: text,
    scope: text,
    access_tokens: {
      type: 'object',
      description: 'By service, when the request names several',
      additionalProperties: { type: 'object', required: Object.keys(token), properties: token },
    },
  },
};

const request = {
  type: 'object',
  required: ['grant_type', 'resource'],
  properties: {
    grant_type: {
      ...text,
      enum: ['urn:jaki:params:oauth:grant-type:otp', 'refresh_token', 'client_credentials'],
    },
    client_id: { ...text, description: 'Of an app; a channel account authenticates with HTTP Basic instead' },
    resource: { ...text, description: 'The service that the token is for, `urn:jaki:<service>`; may be repeated' },
    phone: text,
    challenge_id: { ...text, format: 'uuid' },
    code: { ...text, pattern: '^\\d{6}$' },
    refresh_token: text,
    organisation: { ...text, format: 'uuid', description: 'Whom the person acts for' },
  },
};

const keySet = {
  type: 'object',
  required: ['keys'],
  properties: { keys: { type: 'array', items: { type: 'object', additionalProperties: true } } },
};

const form = (schema: object) => ({ required: true, content: { 'application/x-www-form-urlencoded': { schema } } });
const tags = ['OAuth'];
const ok = (description: string, schema: object) => ({ '200': { description, content: json(schema) } });

/** What oidc-provider answers, which no controller declares. */
export const oauthPaths = {
  '/oauth/token': {
    post: {
      operationId: 'OAuth_token',
      summary: 'Tokens for a code, a refresh token or a channel account',
      tags,
      requestBody: form(request),
      responses: { ...ok('Tokens', tokens), '400': oauthError, '401': oauthError, '503': oauthError },
    },
  },
  '/oauth/revocation': {
    post: {
      operationId: 'OAuth_revoke',
      summary: 'End a session (RFC 7009)',
      tags,
      requestBody: form({
        type: 'object',
        required: ['token', 'client_id'],
        properties: { token: text, client_id: text },
      }),
      responses: { '200': { description: 'Ended, or there was none' }, '400': oauthError, '503': oauthError },
    },
  },
  '/oauth/jwks': {
    get: {
      operationId: 'OAuth_keys',
      summary: 'The public keys of tokens and of seals (RFC 7517)',
      tags,
      responses: { '200': { description: 'A key set', content: { 'application/jwk-set+json': { schema: keySet } } } },
    },
  },
  '/.well-known/openid-configuration': {
    get: {
      operationId: 'OAuth_configuration',
      summary: 'What this issuer offers (OpenID Connect Discovery)',
      tags,
      responses: ok('The metadata', { type: 'object', additionalProperties: true }),
    },
  },
} satisfies Paths;
