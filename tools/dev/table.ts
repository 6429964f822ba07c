import { type Addresses } from './addresses.js';
import { columns } from './columns.js';
import { companions } from './local.js';
import { serviceNames } from './services.js';

/** What a person sees when all is ready: where everything is and what to try next. */
export function closingTable(addresses: Addresses, seconds: number): string {
  const rows = [
    ...serviceNames.map((name) => {
      const url = addresses.of(name);
      return [name, url, `${url}/docs`, `${url}/health/ready`];
    }),
    ...companions().map(([name, { shownAt }]) => [`${name} (stand-in)`, addresses.of(name) + shownAt]),
    ['Kafka', addresses.kafka],
    ['PostgreSQL', addresses.postgres],
  ];
  const table = columns(['service', 'address', 'API documentation', 'health'], rows);
  return [
    '',
    table.replace(/^/gm, '  '),
    '',
    `  Ready in ${seconds.toFixed(1)} s. Data, logs and secrets: ${addresses.folder}`,
    '  Next: `npm run demo` in another terminal follows one report through the city, `npm run demo -- market` one\n  order. Ctrl-C stops everything.',
    '',
  ].join('\n');
}
