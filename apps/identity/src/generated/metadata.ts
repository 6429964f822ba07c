/* eslint-disable */
export default async () => {
  const t = {
    ['../organisations/queries/views.dto.js']: await import('../organisations/queries/views.dto.js'),
    ['../login/http/otp-challenges.dto.js']: await import('../login/http/otp-challenges.dto.js'),
    ['../organisations/http/organisations.dto.js']: await import('../organisations/http/organisations.dto.js'),
  };
  return {
    '@nestjs/swagger': {
      models: [
        [
          import('../login/http/otp-challenges.dto.js'),
          {
            OtpChallengeDto: {
              phone: {
                required: true,
                type: () => String,
                description: 'As people write it: `0812\u2026` or `+62812\u2026`.',
                example: '+6281234567890',
                maxLength: 32,
              },
            },
            OtpChallengeView: {
              challengeId: { required: true, type: () => String },
              expiresAt: { required: true, type: () => String, description: 'When the code stops working.' },
              resendAfter: { required: true, type: () => String, description: 'When another code may be asked for.' },
            },
          },
        ],
        [
          import('../organisations/http/organisations.dto.js'),
          {
            OrganisationQuery: {
              kind: {
                required: false,
                enum: ['agency', 'sub_agency', 'kelurahan_office', 'validator', 'city_administration', 'operator'],
              },
              region: {
                required: false,
                type: () => String,
                description: 'Only those competent there.',
                example: '31.71.01.1001',
              },
              category: {
                required: false,
                type: () => String,
                description: 'Only those responsible for it.',
                example: 'flood',
              },
            },
            RegisterOrganisationDto: {
              name: { required: true, type: () => String, example: 'Dinas Sumber Daya Air' },
              kind: {
                required: true,
                enum: ['agency', 'sub_agency', 'kelurahan_office', 'validator', 'city_administration', 'operator'],
              },
              parentId: { required: false, type: () => Object, description: 'The agency above a sub-agency.' },
              regions: {
                required: true,
                type: () => [Object],
                description: 'Region codes of any level: where it is competent.',
                uniqueItems: true,
                minItems: 1,
                maxItems: 300,
              },
              categories: {
                required: false,
                type: () => [String],
                description: 'Report categories it is responsible for.',
                uniqueItems: true,
                maxItems: 200,
              },
            },
            ChangeOrganisationDto: {
              name: { required: false, type: () => String },
              regions: { required: false, type: () => [Object], uniqueItems: true, minItems: 1, maxItems: 300 },
              categories: { required: false, type: () => [String], uniqueItems: true, maxItems: 200 },
            },
            AddMemberDto: {
              phone: {
                required: true,
                type: () => String,
                description: 'Who it is, by phone.',
                example: '+6281234567890',
                maxLength: 32,
              },
              roles: {
                required: true,
                type: () => [Object],
                enum: ['validator', 'officer', 'registrar'],
                isArray: true,
                uniqueItems: true,
                minItems: 1,
              },
              region: {
                required: false,
                type: () => Object,
                description: 'Narrows where the member acts; without it, everywhere that the organisation does.',
              },
            },
            RemoveMemberDto: {
              phone: { required: true, type: () => String, example: '+6281234567890', maxLength: 32 },
            },
            RegisteredView: { id: { required: true, type: () => String } },
            MemberView: {
              roles: { required: true, type: () => [String] },
              region: { required: false, type: () => String },
            },
          },
        ],
        [
          import('../organisations/queries/views.dto.js'),
          {
            OrganisationView: {
              id: { required: true, type: () => String },
              name: { required: true, type: () => String },
              kind: { required: true, type: () => String },
              parentId: { required: false, type: () => String },
              regions: { required: true, type: () => [String] },
              categories: { required: true, type: () => [String] },
              version: { required: true, type: () => Number, description: 'Counts its changes.' },
            },
            ActingForView: {
              id: { required: true, type: () => String },
              name: { required: true, type: () => String },
              kind: { required: true, type: () => String },
            },
            MembershipView: {
              organisation: {
                required: true,
                type: () => t['../organisations/queries/views.dto.js'].ActingForView,
                description: 'Its id is the `organisation` of a token request.',
              },
              roles: { required: true, type: () => [String] },
              regions: { required: true, type: () => [String] },
            },
            MeView: {
              id: { required: true, type: () => String, description: "The caller's id in this service only." },
              memberships: { required: true, type: () => [t['../organisations/queries/views.dto.js'].MembershipView] },
            },
          },
        ],
      ],
      controllers: [
        [
          import('../login/http/otp-challenges.controller.js'),
          {
            OtpChallengesController: {
              request: {
                summary: 'Sends a one-time code to a phone, whether or not it is known here.',
                type: t['../login/http/otp-challenges.dto.js'].OtpChallengeView,
              },
            },
          },
        ],
        [
          import('../oidc/http/oauth.controller.js'),
          {
            OAuthController: {
              token: {
                summary:
                  "Access, refresh and id tokens: by one-time code, by refresh token, or for a channel's account.",
              },
              revocation: { summary: 'Ends the session of a refresh token.' },
              keys: { summary: 'The public keys that tokens are checked with.' },
            },
            DiscoveryController: {
              openid: { summary: 'OpenID Connect Discovery.' },
              oauth: { summary: 'The same as RFC 8414 names it.' },
            },
          },
        ],
        [
          import('../organisations/http/me.controller.js'),
          {
            MeController: {
              me: {
                summary: 'Who I am here, and what I may act for.',
                type: t['../organisations/queries/views.dto.js'].MeView,
              },
            },
          },
        ],
        [
          import('../organisations/http/members.controller.js'),
          {
            MembersController: {
              add: {
                summary: 'Makes a person a member, known here or not, or gives a member other roles.',
                type: t['../organisations/http/organisations.dto.js'].MemberView,
              },
              remove: { summary: 'From the next token request on, the person no longer acts for the organisation.' },
            },
          },
        ],
        [
          import('../organisations/http/organisations.controller.js'),
          {
            OrganisationsController: {
              list: {
                summary: 'All organisations, or those of a kind, competent in a region, responsible for a category.',
              },
              one: {
                summary: 'One organisation as it is now.',
                type: t['../organisations/queries/views.dto.js'].OrganisationView,
              },
              add: {
                summary: 'Takes an organisation into the platform.',
                type: t['../organisations/http/organisations.dto.js'].RegisteredView,
              },
              alter: { summary: 'Changes what is given and leaves the rest.' },
            },
          },
        ],
      ],
    },
  };
};
