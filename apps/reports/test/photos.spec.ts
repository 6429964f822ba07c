import { readdir } from 'node:fs/promises';
import { request } from 'node:http';
import { crc32, deflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import exifr from 'exifr';
import sharp from 'sharp';
import { Clock, FixedClock, newId } from '@jaki/kernel';
import { ExpirePhotos } from '../src/photos/use-cases/expire-photos.js';
import { picture, TestCity, water } from './city.js';

const clock = new FixedClock('2026-11-22T03:00:00.000Z');
let city: TestCity;
beforeAll(async () => {
  city = await TestCity.start({ providers: [{ provide: Clock, useValue: clock }] });
});
afterAll(() => city.close());

const see = (id: string, token?: string) => city.service.http.get<Buffer>(`/v1/photos/${id}`, token ? { token } : {});
const files = async () => (await readdir(city.photosDir, { recursive: true })).filter((name) => name.endsWith('.jpg'));
const bytes = (buffer: Buffer) => new Uint8Array(buffer);
const gps = {
  GPSLatitudeRef: 'S',
  GPSLatitude: '6/1 10/1 36/1',
  GPSLongitudeRef: 'E',
  GPSLongitude: '106/1 49/1 34/1',
};

describe('an uploaded photo', () => {
  it('loses where, when and by what it was taken, and stands upright', async () => {
    const upload = await sharp({ create: { width: 60, height: 40, channels: 3, background: 'red' } })
      .withExif({ IFD0: { Make: 'Telepon', Copyright: 'Budi' }, IFD3: gps })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    const told = (await exifr.parse(upload, { gps: true })) as Record<string, unknown>;
    expect(told).toMatchObject({ Make: 'Telepon', latitude: expect.closeTo(-6.1767, 3) });

    const token = await city.citizen();
    const stored = await city.upload(token, bytes(upload));
    expect([stored.status, stored.body.width, stored.body.height]).toEqual([201, 40, 60]);
    const { body, headers } = await see(stored.body.id, token);
    expect(headers.get('content-type')).toBe('image/jpeg');
    expect(await exifr.parse(body, true)).toBeUndefined();
    for (const trace of ['Telepon', 'Budi', 'Exif', 'GPS']) expect(body.includes(trace)).toBe(false);
  });

  it('is scaled down', async () => {
    const wide = await sharp({ create: { width: 4000, height: 1000, channels: 3, background: 'blue' } })
      .png()
      .toBuffer();
    expect((await city.upload(await city.citizen(), bytes(wide))).body).toMatchObject({ width: 2048, height: 512 });
  });

  it.each(['png', 'webp', 'avif'] as const)('may be %s', async (format) => {
    const file = await sharp(await picture())
      .toFormat(format)
      .toBuffer();
    const token = await city.citizen();
    const stored = await city.upload(token, bytes(file));
    expect(stored.status).toBe(201);
    expect((await sharp((await see(stored.body.id, token)).body).metadata()).format).toBe('jpeg');
  });

  it.each(['a complete one', 'a complete one of several passes'])(
    'may be a JPEG without its end mark, if %s',
    async (kind) => {
      const file = await sharp(await picture())
        .resize(300, 200)
        .jpeg({ progressive: kind.includes('passes') })
        .toBuffer();
      for (const missing of [1, 2]) {
        const stored = await city.upload(await city.citizen(), bytes(file.subarray(0, -missing)));
        expect([stored.status, stored.body.width]).toEqual([201, 300]);
      }
    },
  );

  it('is seen by who uploaded it until it is used, then by whoever sees its report', async () => {
    const [owner, other] = [await city.citizen(), await city.citizen()];
    const id = await city.photo(owner);
    expect([(await see(id, owner)).status, (await see(id, other)).status, (await see(id)).status]).toEqual([
      200, 404, 404,
    ]);
    await city.file(owner, { photoIds: [id] });
    const officer = await city.officer(water);
    expect([(await see(id, owner)).status, (await see(id, officer)).status, (await see(id, other)).status]).toEqual([
      200, 200, 404,
    ]);
    const shown = await city.photo(owner);
    await city.file(owner, { photoIds: [shown], visibility: 'public' });
    expect((await see(shown)).status).toBe(200);
  });

  it('is used once, by its owner', async () => {
    const [owner, other] = [await city.citizen(), await city.citizen()];
    const id = await city.photo(owner);
    await expect(city.file(other, { photoIds: [id] })).rejects.toThrow('photo_not_usable');
    const both = await Promise.allSettled([city.file(owner, { photoIds: [id] }), city.file(owner, { photoIds: [id] })]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});

describe('what is no photo of ours is refused and leaves nothing behind', () => {
  const refuse = async (file: Uint8Array<ArrayBuffer>, name = 'photo.jpg') => {
    const before = await files();
    const { status, body } = await city.upload(await city.citizen(), file, { name });
    expect(await files()).toEqual(before);
    return [status, body.code];
  };
  const text = (value: string) => new TextEncoder().encode(value);

  it('HTML that is called .jpg', async () => {
    expect(await refuse(text('<html><script>alert(1)</script></html>'))).toEqual([415, 'not_a_photo']);
  });

  it('an SVG, which could hold a script', async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>';
    expect(await refuse(text(svg), 'photo.svg')).toEqual([415, 'not_a_photo']);
  });

  it('half a JPEG', async () => {
    const whole = await sharp(await picture())
      .resize(800, 800)
      .jpeg()
      .toBuffer();
    expect(await refuse(bytes(whole.subarray(0, whole.length / 2)))).toEqual([415, 'not_a_photo']);
  });

  it('a JPEG that lacks its end and a little of the picture', async () => {
    const whole = await sharp(await picture())
      .resize(800, 800)
      .jpeg()
      .toBuffer();
    expect(await refuse(bytes(whole.subarray(0, -200)))).toEqual([415, 'not_a_photo']);
  });

  it('an AVIF of a kilobyte that would take a gigabyte', async () => {
    const create = { width: 8000, height: 8000, channels: 3 as const, background: 'red' };
    const bomb = await sharp({ create }).avif({ effort: 0 }).toBuffer();
    expect(bomb.length).toBeLessThan(2000);
    expect(await refuse(bytes(bomb))).toEqual([413, 'too_many_pixels']);
  });

  it.each([
    [2, 400, 'malformed_body'],
    [3, 400, 'malformed_body'],
  ])('a form of %d files', async (count, status, code) => {
    const [before, form] = [await files(), new FormData()];
    for (let n = 0; n < count; n++) form.append('photo', new Blob([await picture()]), `${n}.jpg`);
    const token = await city.citizen();
    const answer = await city.service.http.post<{ code: string }>('/v1/photos', { token, body: form });
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(await files()).toEqual(before);
  });

  it.each(['before', 'behind'])('a form with a field %s its file', async (place) => {
    const [token, form] = [await city.citizen(), new FormData()];
    if (place === 'before') form.set('note', 'x');
    form.set('photo', new Blob([await picture()]), 'a.jpg');
    if (place === 'behind') form.set('note', 'x');
    const answer = await city.service.http.post<{ code: string }>('/v1/photos', { token, body: form });
    expect([answer.status, answer.body.code]).toEqual([400, 'malformed_body']);
  });

  it('a small file that would unpack to gigabytes', async () => {
    const bomb = pngBomb(30_000);
    expect(bomb.length).toBeLessThan(2_000_000);
    expect(await refuse(bomb)).toEqual([413, 'too_many_pixels']);
  });

  it('a file of one byte more than 10 MB, but not for its size one of 10 MB', async () => {
    const most = 10 * 1024 * 1024;
    expect(await refuse(new Uint8Array(most + 1))).toEqual([413, 'body_too_large']);
    expect(await refuse(new Uint8Array(most))).toEqual([415, 'not_a_photo']);
  });

  it('50 MB, without taking them in, whether their length is told or not', async () => {
    const token = await city.citizen();
    const before = await files();
    for (const told of [true, false]) {
      const { status, code, sent } = await postGiant(token, told);
      expect([status, code]).toEqual([413, 'body_too_large']);
      if (told) expect(sent).toBeLessThan(10);
    }
    expect(await files()).toEqual(before);
  });

  it('a form without a file, and no form', async () => {
    const token = await city.citizen();
    const form = new FormData();
    const empty = await city.service.http.post<{ code: string }>('/v1/photos', { token, body: form });
    expect(empty.status).toBe(400);
    const json = await city.service.http.post<{ code: string }>('/v1/photos', { token, body: {} });
    expect([json.status, json.body.code]).toEqual([415, 'unsupported_media_type']);
    expect((await city.upload('', await picture())).status).toBe(401);
  });
});

describe('a photo with an Idempotency-Key', () => {
  const headers = { 'idempotency-key': 'one-photo' };

  it('is stored once, whatever else its form says, also when doubles come at once', async () => {
    const [token, file, before] = [await city.citizen(), await picture(), (await files()).length];
    const doubles = [1, 2, 3].map((n) => city.upload(token, file, { name: `${n}.jpg`, headers }));
    const answers = [...(await Promise.all(doubles)), await city.upload(token, file, { headers })];
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    expect(answers.at(-1)?.headers.get('idempotency-replayed')).toBe('true');
    expect(await files()).toHaveLength(before + 1);
  });

  it('is refused when the key stood for another photo', async () => {
    const token = await city.citizen();
    await city.upload(token, await picture(), { headers });
    const other = await city.upload(token, await picture(), { headers });
    expect([other.status, other.body.code]).toEqual([422, 'idempotency_key_reused']);
  });
});

describe('proof', () => {
  const atWork = async () => {
    const { id } = await city.file(await city.citizen());
    await city.take(id, 'start', await city.officer(water));
    return id;
  };
  const claim = async (id: string, token: string, beforePhotoId: string, afterPhotoId: string) => {
    const { status, body } = await city.step(id, 'complete', token, { beforePhotoId, afterPhotoId });
    return [status, body.code];
  };

  it('is two different pictures', async () => {
    const token = await city.officer(water);
    const [id, same] = [await atWork(), await picture()];
    const [one, other] = [(await city.upload(token, same)).body.id, (await city.upload(token, same)).body.id];
    expect(await claim(id, token, one, one)).toEqual([422, 'proof_not_new']);
    expect(await claim(id, token, one, other)).toEqual([422, 'proof_not_new']);
  });

  it('is refused when the same picture was proof before, of any report, however its metadata changed', async () => {
    const token = await city.officer(water);
    const used = await picture();
    const first = (await city.upload(token, used)).body.id;
    expect(await claim(await atWork(), token, first, await city.photo(token))).toEqual([200, undefined]);
    const next = await atWork();
    expect(await claim(next, token, first, await city.photo(token))).toEqual([422, 'photo_not_usable']);
    const disguised = await sharp(used)
      .withExif({ IFD0: { Make: 'Lain' } })
      .png()
      .toBuffer();
    const again = (await city.upload(token, bytes(disguised))).body.id;
    expect(await claim(next, token, await city.photo(token), again)).toEqual([422, 'proof_not_new']);
    expect(await claim(next, token, await city.photo(token), await city.photo(token))).toEqual([200, undefined]);
  });

  it.each([2, 3, 4, 5, 6, 7, 8])(
    'is refused when only its EXIF says to show it another way (%d)',
    async (orientation) => {
      const token = await city.officer(water);
      const used = await picture();
      const turned = bytes(withOrientation(used, orientation));
      const first = (await city.upload(token, used)).body.id;
      const again = (await city.upload(token, turned)).body.id;
      expect(await claim(await atWork(), token, first, again)).toEqual([422, 'proof_not_new']);
      expect(await claim(await atWork(), token, first, await city.photo(token))).toEqual([200, undefined]);
      expect(await claim(await atWork(), token, await city.photo(token), again)).toEqual([422, 'proof_not_new']);
    },
  );

  it("is the executor's own", async () => {
    const token = await city.officer(water);
    const foreign = await city.photo(await city.citizen());
    expect(await claim(await atWork(), token, foreign, await city.photo(token))).toEqual([422, 'photo_not_usable']);
    expect(await claim(await atWork(), token, newId(), await city.photo(token))).toEqual([422, 'photo_not_usable']);
    const colleague = await city.photo(await city.officer(water));
    expect(await claim(await atWork(), token, colleague, await city.photo(token))).toEqual([200, undefined]);
  });
});

describe('an unused photo', () => {
  it('goes after 24 hours, file and row; a used one stays', async () => {
    const token = await city.citizen();
    const [unused, used] = [await city.photo(token), await city.photo(token)];
    await city.file(token, { photoIds: [used] });
    const expire = city.service.app.get(ExpirePhotos);
    clock.advance(24 * 60 * 60 * 1000);
    await expire.execute();
    expect((await see(unused, token)).status).toBe(200);
    clock.advance(1);
    expect(await expire.execute()).toBeGreaterThan(0);
    expect((await files()).some((name) => name.includes(unused))).toBe(false);
    expect((await files()).some((name) => name.includes(used))).toBe(true);
    expect([(await see(unused, token)).status, (await see(used, token)).status]).toEqual([404, 200]);
    expect(await city.service.sql('SELECT id FROM photo WHERE report_id IS NULL')).toEqual([]);
  });

  it('that was marked before a crash goes with the next run, and cannot be used meanwhile', async () => {
    const token = await city.citizen();
    const id = await city.photo(token);
    await city.service.sql('UPDATE photo SET expired_at = now() WHERE id = $1', [id]);
    await expect(city.file(token, { photoIds: [id] })).rejects.toThrow('photo_not_usable');
    expect(await city.service.app.get(ExpirePhotos).execute()).toBe(1);
    expect((await files()).some((name) => name.includes(id))).toBe(false);
  });
});

/** The same JPEG, byte for byte, with an EXIF segment that says how to turn it. */
function withOrientation(jpeg: Uint8Array, orientation: number): Buffer {
  const tiff = Buffer.from('4d4d002a00000008000101120003000000010000000000000000', 'hex');
  tiff.writeUInt16BE(orientation, 18);
  const exif = Buffer.concat([Buffer.from('Exif\0\0'), tiff]);
  const head = Buffer.from([0xff, 0xe1, 0, exif.length + 2]);
  return Buffer.concat([jpeg.subarray(0, 2), head, exif, jpeg.subarray(2)]);
}

/** A black PNG of that many pixels each way, a few kB each million. */
function pngBomb(side: number): Uint8Array<ArrayBuffer> {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const [length, crc] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    crc.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, crc]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set([1, 0, 0, 0, 0], 8);
  const rows = deflateSync(Buffer.alloc(Math.ceil(side / 8 + 1) * side), { level: 9 });
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return bytes(Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))]));
}

/** Sends a form with a file of 50 MB; without a told length it goes in chunks. @returns also how many MB left us before the answer came */
function postGiant(token: string, lengthTold: boolean): Promise<{ status: number; code: string; sent: number }> {
  const head =
    '--b\r\ncontent-disposition: form-data; name="photo"; filename="a.jpg"\r\ncontent-type: image/jpeg\r\n\r\n';
  const block = Buffer.alloc(1024 * 1024, 1);
  const length = head.length + 50 * block.length + '\r\n--b--\r\n'.length;
  return new Promise((resolve, reject) => {
    const headers = {
      authorization: `Bearer ${token}`,
      'content-type': 'multipart/form-data; boundary=b',
      ...(lengthTold && { 'content-length': length }),
    };
    const call = request(new URL('/v1/photos', city.service.url), { method: 'POST', headers }, (answer) => {
      const sent = blocks;
      let text = '';
      answer.on('data', (part) => (text += String(part)));
      answer.on('end', () => {
        call.destroy();
        resolve({ status: answer.statusCode ?? 0, code: (JSON.parse(text) as { code: string }).code, sent });
      });
    });
    call.on('error', reject);
    call.write(head);
    let blocks = 0;
    const more = () => {
      while (blocks < 50) {
        blocks += 1;
        if (!call.write(block)) {
          call.once('drain', more);
          return;
        }
      }
      call.end('\r\n--b--\r\n');
    };
    more();
  });
}
