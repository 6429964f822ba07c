import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId, type OrganisationId, type RegionCode } from '@jaki/kernel';
import { type ApiDocument, authorityMatrix, type AuthorityRow, routeGaps, verdictsOf } from '@jaki/testing';
import { type MemberRole, type OrganisationKind } from '../src/organisations/domain/kinds.js';
import { AddMember } from '../src/organisations/use-cases/add-member.js';
import { RegisterOrganisations } from '../src/organisations/use-cases/register-organisations.js';
import { freshPhone, IDENTITY, type IdentityUnderTest, REPORTS, startIdentity } from './identity-under-test.js';

// Who gets what, written by hand, with tokens from real logins. The columns:
//   nobody     no token                             citizen   logged in, member of nothing
//   officer    acts for the agency `water`          validator acts for `bureau`
//   offduty    the registrar, not acting for anyone registrar acts for `operator`
//   channel    a machine's account, which gets no token for this service and sends the one it has
// A list's `in` and `out`: 200, and the organisation is in it or not.
const matrix = authorityMatrix(`
route                                       target   nobody citizen officer validator offduty registrar channel
POST /v1/otp-challenges                     any       202     202     202      202      202      202      202

GET  /v1/organisations                      pumps      in      in      in       in       in       in       in
GET  /v1/organisations/{id}                 pumps     200     200     200      200      200      200      200
POST /v1/organisations                      any       401     403     403      403      403      201      401
POST /v1/organisations/{id}/change          pumps     401     403     403      403      403      204      401
POST /v1/organisations/{id}/change          water     401     403     403      403      403      204      401
POST /v1/organisations/{id}/change          operator  401     403     403      403      403      204      401
POST /v1/organisations/{id}/members         pumps     401     403     403      403      403      201      401
POST /v1/organisations/{id}/members         water     401     403     403      403      403      201      401
POST /v1/organisations/{id}/members/remove  pumps     401     403     403      403      403      204      401
POST /v1/organisations/{id}/members/remove  water     401     403     403      403      403      204      401

GET  /v1/me                                 water     401     out      in      out      out      out      401
GET  /v1/me                                 bureau    401     out     out       in      out      out      401
GET  /v1/me                                 operator  401     out     out      out       in       in      401
`);

const regions = ['31' as RegionCode];
const MEMBER = '+6281399999999';

let identity: IdentityUnderTest;
const ids: Record<string, OrganisationId> = {};
const tokens: Record<string, string> = {};
beforeAll(async () => {
  identity = await startIdentity();
  ids['water'] = await organisation('agency');
  ids['bureau'] = await organisation('validator');
  ids['operator'] = await organisation('operator');
  const login = async (parameters: Record<string, string> = {}, phone = freshPhone()) =>
    (await identity.login(phone, { resource: IDENTITY, ...parameters })).access_token;
  const registrar = await identity.login(await member('operator', 'registrar'), { resource: REPORTS });
  const offDuty = await identity.refresh(registrar.refresh_token, { resource: IDENTITY });
  const onDuty = { resource: IDENTITY, organisation: ids['operator'] };
  Object.assign(tokens, {
    citizen: await login(),
    officer: await login({ organisation: ids['water'] }, await member('water', 'officer')),
    validator: await login({ organisation: ids['bureau'] }, await member('bureau', 'validator')),
    offduty: offDuty.body.access_token,
    registrar: (await identity.refresh(offDuty.body.refresh_token, onDuty)).body.access_token,
    channel: await channelToken(),
  });
});
afterAll(() => identity.close());

async function organisation(kind: OrganisationKind): Promise<OrganisationId> {
  const asked = { id: newId<'organisation'>(), name: `${kind} (contoh)`, kind, regions, categories: [] };
  await identity.app.get(RegisterOrganisations).execute([asked]);
  return asked.id;
}

/** @returns the new member's phone */
async function member(of: string, role: MemberRole, phone = freshPhone()): Promise<string> {
  await identity.app.get(AddMember).execute({ organisationId: ids[of]!, phone, roles: [role] });
  return phone;
}

async function channelToken(): Promise<string> {
  const secret = identity.channelSecret;
  const authorization = `Basic ${Buffer.from(`petabencana:${secret}`).toString('base64')}`;
  const answer = await identity.tokens({ grant_type: 'client_credentials', resource: REPORTS }, { authorization });
  expect(answer.status).toBe(200);
  return answer.body.access_token;
}

/** `pumps` is a new organisation each time, the others are those that the callers act for. */
async function make({ route, target }: AuthorityRow): Promise<{ id: OrganisationId }> {
  if (target === 'pumps') ids['pumps'] = await organisation('agency');
  const id = ids[target] ?? newId<'organisation'>();
  if (route.endsWith('/remove')) await member(target, 'officer', MEMBER);
  return { id };
}

const bodies: Record<string, () => object> = {
  'POST /v1/otp-challenges': () => ({ phone: freshPhone() }),
  'POST /v1/organisations': () => ({ name: 'Unit Pompa', kind: 'agency', regions, categories: ['flood'] }),
  'POST /v1/organisations/{id}/change': () => ({ name: 'Unit Pompa Utara' }),
  'POST /v1/organisations/{id}/members': () => ({ phone: freshPhone(), roles: ['officer'] }),
  'POST /v1/organisations/{id}/members/remove': () => ({ phone: MEMBER }),
};

function ask({ route }: AuthorityRow, caller: string, { id }: { id: OrganisationId }) {
  const [method, path = ''] = route.split(' ');
  const token = tokens[caller];
  const options = token === undefined ? {} : { token };
  const address = path.replace('{id}', id);
  if (method === 'GET')
    return identity.http.get(path.endsWith('organisations') ? `${path}?limit=100` : address, options);
  return identity.http.post(address, { ...options, body: bodies[route]?.() });
}

describe('who may do what with whose organisation', () => {
  it.each(matrix.map((row) => [`${row.route} ${row.target}`, row] as const))('%s', async (_, row) => {
    expect(await verdictsOf(row, { make, ask })).toEqual(row.verdicts);
  });

  it('is told of every route that there is, and of no other', async () => {
    const { body } = await identity.http.get<ApiDocument>('/openapi.json');
    // Who is given tokens is judged in tokens.spec.ts.
    const rest = Object.entries(body.paths).filter(([path]) => path.startsWith('/v1/'));
    expect(routeGaps(matrix, { ...body, paths: Object.fromEntries(rest) })).toEqual({
      notInMatrix: [],
      notInDocument: [],
    });
  });
});
