import { describe, expect, it } from '@jest/globals';
import { NotificationsConfig } from '../config.js';
import { References } from './references.js';

const withKey = (byte: number) =>
  new References(
    Object.assign(new NotificationsConfig(), { REFERENCE_KEY: Buffer.alloc(32, byte).toString('base64url') }),
  );
const references = withKey(1);
const place = { salt: references.newSalt(), noticeId: '0199c1f0-0000-7000-8000-00000000000a' };
const about = {
  reportId: '0199c1f0-0000-7000-8000-00000000000b',
  number: 'JK2611220001',
  category: 'flood',
  region: '31.71.01.1001',
};

describe("a notice's reference", () => {
  const bytes = references.encrypt(place, about);

  it('comes back as it was', () => {
    expect(references.decrypt(place, bytes)).toEqual(about);
  });

  it('shows nothing of the report while it is stored, and no two are alike', () => {
    expect(bytes.includes('JK2611220001')).toBe(false);
    expect(bytes.includes(about.reportId)).toBe(false);
    expect(references.encrypt(place, about).equals(bytes)).toBe(false);
  });

  it.each([
    ["without its recipient's salt", references, { ...place, salt: references.newSalt() }, bytes],
    ['at another notice', references, { ...place, noticeId: '0199c1f0-0000-7000-8000-00000000000c' }, bytes],
    ['with another key', withKey(2), place, bytes],
    ['once a byte was changed', references, place, Buffer.from(bytes).fill(0, 20, 21)],
  ])('does not open %s', (_, reader, where, stored) => {
    expect(() => reader.decrypt(where, stored)).toThrow();
  });
});
