/** A public report somewhere in Jakarta, as JSON; every one differs from every other, as those of people do. */
export function bodyOfFiling(): string {
  return JSON.stringify({
    category: 'flood',
    description: `Air setinggi lutut di depan rumah, laporan ${crypto.randomUUID()}`,
    pin: { lat: -6.17 - Math.random() * 0.08, long: 106.8 + Math.random() * 0.05 },
    landmark: 'dekat jembatan',
    visibility: 'public',
  });
}
