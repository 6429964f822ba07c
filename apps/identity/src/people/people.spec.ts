import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { compactDecrypt, exportJWK, generateKeyPair } from 'jose';
import { isRecipientSeal, isUuid } from '@jaki/kernel';
import { networkOf } from './personal-data.js';
import {
  allowMessageTo,
  type Phone,
  PhoneCountryNotServed,
  PhoneNotMobile,
  PhoneNotValid,
  readPhone,
} from './phone.js';
import { sealRecipient } from './recipient-seals.js';
import { sessionIn, subjectIn } from './subject.js';
import { Vault } from './vault.js';

const key = Buffer.alloc(32, 7);
const person = '0199c1f0-0000-7000-8000-000000000001';

describe("a person's id in a sector", () => {
  it('is always the same UUIDv8', () => {
    // Reckoned with: printf 'urn:jaki:reports\\0<person>' | openssl dgst -sha256 -mac HMAC -macopt hexkey:0707…
    const id = subjectIn('urn:jaki:reports', person, key);
    expect(id).toBe('c0c61d27-bf88-839e-b053-f69a3389f560');
    expect(isUuid(id)).toBe(true);
    expect(id[14]).toBe('8');
  });

  it('is another one in another sector, for another person and under another key', () => {
    const ids = [
      subjectIn('urn:jaki:reports', person, key),
      subjectIn('urn:jaki:identity', person, key),
      subjectIn('urn:jaki:reports', `${person}2`, key),
      subjectIn('urn:jaki:reports', person, Buffer.alloc(32, 8)),
    ];
    expect(new Set(ids).size).toBe(4);
  });

  it('cannot be had for two sectors by moving the border between sector and person', () => {
    expect(subjectIn('a', 'bc', key)).not.toBe(subjectIn('ab', 'c', key));
  });

  it('is no hint to the id of a session there', () => {
    const subject = subjectIn('urn:jaki:reports', person, key).replaceAll('-', '');
    const session = sessionIn('urn:jaki:reports', person, key);
    expect(session).not.toBe(sessionIn('urn:jaki:identity', person, key));
    expect(Buffer.from(session, 'base64url').toString('hex')).not.toBe(subject);
  });
});

describe('a phone number', () => {
  it.each([
    '+6281200000001',
    '0812-0000-0001',
    '081200000001',
    '+62 812 0000 0001',
    '6281200000001',
    '0062 812 0000 0001',
    '00 62 812-0000-0001',
    '0062 0812 0000 0001',
    '(0062) 812 0000 0001',
    '(+62) 812 0000 0001',
    '+62 (0)812 0000 0001',
    'tel:+62-812-0000-0001',
    '00６２ ８１２ ００００ ０００１',
    '＋６２８１２０００００００１',
    '\u202a+62 812 0000 0001\u202c',
    '+62\u00a0812\u20110000\u20110001',
    '٠٨١٢٠٠٠٠٠٠٠١',
  ])('%s is read as E.164', (text) => {
    expect(readPhone(text, 'ID')).toBe('+6281200000001');
  });

  it('that is dialled from abroad is read in the country of the caller as well', () => {
    expect(readPhone('0049 151 23456701', 'ID')).toBe('+4915123456701');
    expect(readPhone('011 62 812 0000 0001', 'US')).toBe('+6281200000001');
  });

  it('that could be two numbers is none', () => {
    // With an operator's prefix 008, a number of North America; with 00, one of Japan.
    expect(() => readPhone('00 81 90 1234 5678', 'ID')).toThrow(PhoneNotValid);
  });

  it.each([
    '',
    '12',
    'call 081200000001',
    '+62',
    '081200000001 ext 5',
    '+999123456789',
    '0'.repeat(300),
    '00',
    '000000',
    '112',
    '0062 110',
    '14045',
    '001 62 812 0000 0001',
    '+0062 812 0000 0001',
    '+62 812 0000 0001 81200000001',
  ])('%s is none', (text) => {
    expect(() => readPhone(text, 'ID')).toThrow(PhoneNotValid);
  });

  it('that is mistyped is not repeated in the refusal', () => {
    expect(() => readPhone('08120000000199999', 'ID')).toThrow(
      expect.not.objectContaining({ message: expect.stringContaining('0812000') }),
    );
  });
});

describe('a code', () => {
  const allow = (phone: string, countries = ['ID']) => {
    allowMessageTo(phone as Phone, countries);
  };

  it.each(['+6281200000001', '+62882000111222'])('goes to the mobile number %s', (phone) => {
    expect(() => {
      allow(phone);
    }).not.toThrow();
  });

  it.each([
    ['a premium number', '+628091234567'],
    ['a number of shared cost', '+628041500400'],
    ['a free number', '+628001234567'],
    ['a service', '+621500400'],
    ['a landline', '+62215550100'],
  ])('does not go to %s', (_kind, phone) => {
    expect(() => {
      allow(phone);
    }).toThrow(PhoneNotMobile);
  });

  it.each(['+60123456789', '+881612345678', '+8821612345678', '+870776123456', '+19005551234'])(
    'does not go to %s, whose country is not served',
    (phone) => {
      expect(() => {
        allow(phone);
      }).toThrow(PhoneCountryNotServed);
    },
  );

  it('goes to other countries that are served', () => {
    expect(() => {
      allow('+60123456789', ['ID', 'MY']);
    }).not.toThrow();
    expect(() => {
      allow('+19005551234', ['US']);
    }).toThrow(PhoneNotMobile);
  });
});

describe('the vault', () => {
  const vault = new Vault(randomBytes(32));

  it('gives back what it encrypted, never twice as the same bytes', () => {
    const [first, second] = [vault.encrypt('+6281200000001', 'person'), vault.encrypt('+6281200000001', 'person')];
    expect(vault.decrypt(first, 'person')).toBe('+6281200000001');
    expect(first.equals(second)).toBe(false);
    expect(first.includes('6281200000001')).toBe(false);
  });

  it('does not open changed bytes or bytes of another purpose', () => {
    const bytes = vault.encrypt('a', 'person');
    expect(() => vault.decrypt(bytes, 'message')).toThrow();
    bytes[bytes.length - 1] = bytes.at(-1)! ^ 1;
    expect(() => vault.decrypt(bytes, 'person')).toThrow();
  });

  it('finds a text by a hash that another key does not give', () => {
    const hash = vault.fingerprint('+6281200000001', 'phone');
    expect(vault.fingerprint('+6281200000001', 'phone').equals(hash)).toBe(true);
    expect(new Vault(randomBytes(32)).fingerprint('+6281200000001', 'phone').equals(hash)).toBe(false);
    expect(vault.fingerprint('+6281200000001', 'address').equals(hash)).toBe(false);
  });
});

describe('a recipient seal', () => {
  it("opens with notifications' private key to the recipient and the one service it is for", async () => {
    const pair = await generateKeyPair('ECDH-ES', { crv: 'P-256', extractable: true });
    const publicKey = { ...(await exportJWK(pair.publicKey)), kid: 'seal-1' };
    const recipient = subjectIn('urn:jaki:notifications', person, key);
    const seal = await sealRecipient(recipient, 'reports', publicKey);
    const { plaintext, protectedHeader } = await compactDecrypt(seal, pair.privateKey);
    expect(JSON.parse(Buffer.from(plaintext).toString())).toEqual({ rid: recipient, src: 'reports', v: 1 });
    expect(protectedHeader).toMatchObject({ alg: 'ECDH-ES', enc: 'A256GCM', kid: 'seal-1' });
    expect(isRecipientSeal(seal)).toBe(true);
  });

  it('shares no part with another seal of the same person', async () => {
    const pair = await generateKeyPair('ECDH-ES', { crv: 'P-256' });
    const publicKey = { ...(await exportJWK(pair.publicKey)), kid: 'seal-1' };
    const recipient = subjectIn('urn:jaki:notifications', person, key);
    const [first, second] = [
      await sealRecipient(recipient, 'reports', publicKey),
      await sealRecipient(recipient, 'reports', publicKey),
    ];
    const parts = (seal: string) => seal.split('.').filter((part) => part !== '');
    expect(parts(first).filter((part) => parts(second).includes(part))).toEqual([]);
  });
});

describe('a network address', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['2001:db8:0:2:1:2:3:4', '2001:db8:0:2'],
    ['2001:0DB8::2:0:0:1', '2001:db8:0:0'],
    ['2001:db8:0:2::9', '2001:db8:0:2'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['::1', '0:0:0:0'],
  ])('%s counts as %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});
