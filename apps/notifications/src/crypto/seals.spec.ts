import { describe, expect, it } from '@jest/globals';
import { CompactEncrypt, exportJWK, generateKeyPair } from 'jose';
import { type RecipientSeal } from '@jaki/kernel';
import { NotificationsConfig } from '../config.js';
import { Seals } from './seals.js';

const PERSON = '3f0c0b6e-0f6b-8a51-9d6a-0f2f6a3c7f10';
const [ours, older, foreign] = await Promise.all([keyPair('k2'), keyPair('k1'), keyPair('k2')]);
const seals = new Seals(
  Object.assign(new NotificationsConfig(), { SEAL_PRIVATE_JWKS: JSON.stringify({ keys: [ours.jwk, older.jwk] }) }),
);

async function keyPair(kid: string) {
  const { publicKey, privateKey } = await generateKeyPair('ECDH-ES', { extractable: true });
  return { kid, publicKey, jwk: { ...(await exportJWK(privateKey)), kid } };
}

async function seal(payload: unknown, key = ours, header: object = {}): Promise<RecipientSeal> {
  const text = new TextEncoder().encode(typeof payload === 'string' ? payload : JSON.stringify(payload));
  return (await new CompactEncrypt(text)
    .setProtectedHeader({ alg: 'ECDH-ES', enc: 'A256GCM', kid: key.kid, ...header })
    .encrypt(key.publicKey)) as RecipientSeal;
}

const good = { rid: PERSON, src: 'reports', v: 1 };

describe('a recipient seal', () => {
  it('opens to the person, also when it was made for an older key that is kept', async () => {
    expect(await seals.open(await seal(good), 'reports')).toEqual({ person: PERSON });
    expect(await seals.open(await seal(good, older), 'reports')).toEqual({ person: PERSON });
  });

  it('opens when it was wrapped anew, once and for any key that we have', async () => {
    const wrap = (text: string, key = ours) => seal(text, key, { cty: 'JWE' });
    expect(await seals.open(await wrap(await seal(good, older)), 'reports')).toEqual({ person: PERSON });
    expect(await seals.open(await wrap(await seal(good), older), 'reports')).toEqual({ person: PERSON });
    expect(await seals.open(await wrap(await seal(good)), 'marketplace')).toEqual({ refused: 'foreign' });
    const twice = await wrap(await wrap(await seal(good)));
    expect(await seals.open(twice, 'reports')).toEqual({ refused: 'unreadable' });
    expect(await seals.open(await wrap(await seal(good, foreign)), 'reports')).toEqual({ refused: 'unreadable' });
  });

  it('opens in no event of another service than the one it was made for', async () => {
    expect(await seals.open(await seal(good), 'marketplace')).toEqual({ refused: 'foreign' });
    expect(await seals.open(await seal({ ...good, src: 'identity' }), 'reports')).toEqual({ refused: 'foreign' });
  });

  it.each([
    ['made with a key of the same name that is not ours', () => seal(good, foreign)],
    ['for a key that we do not have', () => seal(good, ours, { kid: 'k9' })],
    ['without a key id', () => seal(good, ours, { kid: undefined })],
    ['with another content encryption', () => seal(good, ours, { enc: 'A128GCM' })],
    ['of a version to come', () => seal({ ...good, v: 2 })],
    ['without a source', () => seal({ rid: PERSON, v: 1 }).then((text) => text)],
    ['that names no id', () => seal({ ...good, rid: 'somebody' })],
    ['that holds no object', () => seal('null')],
    ['that holds no JSON', () => seal('{')],
    ['that was changed', async () => `${(await seal(good)).slice(0, -4)}AAAA`],
    ['that is no JWE at all', () => Promise.resolve('a.b.c.d.e')],
    ['that is empty', () => Promise.resolve('')],
  ])('%s tells nobody and throws nothing', async (_, make) => {
    const opening = await seals.open((await make()) as RecipientSeal, 'reports');
    expect(opening).not.toHaveProperty('person');
  });
});
