import sharp from 'sharp';

/** A picture of nothing that has never been taken before: the same photo is no proof twice. */
export async function freshPhoto(): Promise<FormData> {
  const noise = { type: 'gaussian', mean: 128, sigma: 40 } as const;
  const picture = sharp({ create: { width: 640, height: 480, channels: 3, background: 'grey', noise } });
  const form = new FormData();
  form.set('photo', new Blob([new Uint8Array(await picture.jpeg().toBuffer())], { type: 'image/jpeg' }), 'photo.jpg');
  return form;
}
