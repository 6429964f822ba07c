import { type Comparison, type Level, type Performance, ratioOf, SHARES, type Terms } from './compare.js';
import { type Range } from './figures.js';
import { table } from './markdown.js';
import { verdictOf } from './verdicts.js';

/** The part of the page that sets the reports service against the bare server. */
export function comparisonText(
  comparisons: readonly Comparison[],
  { rounds, seconds, connections }: Pick<Terms, 'rounds' | 'seconds' | 'connections'>,
): string[] {
  const generator = Math.max(...comparisons.flatMap(costsOfGenerator));
  return [
    `The bare server (\`tools/bench/bare-server.ts\`) is what an expert would write by hand for speed: Fastify and pg, prepared statements, remembered tokens, its own best SQL (a filing is one statement), compiled serialisers; no validation, no quota, no log, no announcing. A check before the measurement makes sure that both answer with the same bytes and write the same rows, events included. Both get the same requests at the same fixed rates, ${SHARES.map((share) => `${share * 100} %`).join(' and ')} of what the slower of them can do at most, and the ratio is the bare server's processor time a request to the service's: 1 is as good, and the worse of the two loads counts.`,
    verdictTable(comparisons),
    `Both run as in production (built, \`NODE_ENV=production\`, the image's flags, the service logging at \`info\`) on one core; load (${connections} connections), PostgreSQL and Kafka on the other. ${rounds} rounds of ${seconds} s each in turn (service, bare, service, bare …) after a warm-up; every answer is 2xx, or the run fails. The load comes from \`tools/bench/drive.ts\`, which writes finished bytes to sockets and takes at most ${generator.toFixed(0)} µs of processor time a request when it sends all it can; no native generator is used, since none that is installed by a package both keeps a rate and gives each filing a key of its own. The service's figures include announcing each filed report to Kafka, which the bare server does not do. Figures are the middle round and, in brackets, the lowest and the highest.`,
    levelTable(comparisons),
    'What each does at most, which says more about the core that load and PostgreSQL share than about the servers where "core used" is far from 100 %:',
    saturationTable(comparisons),
  ];
}

function costsOfGenerator({ saturation: { service, bare } }: Comparison): number[] {
  return [service.generator.middle, bare.generator.middle];
}

function verdictTable(comparisons: readonly Comparison[]): string {
  const rows = comparisons.map((comparison) => {
    const { title, aim, floor } = comparison.scenario;
    const ratios = comparison.equal.map((level) => ratioOf(level).toFixed(2));
    return [title, ...ratios, String(aim), String(floor), verdictOf(comparison)];
  });
  const loads = SHARES.map((share) => `ratio at ${share * 100} %`);
  return table(['request', ...loads, 'aim', 'floor', 'verdict'], rows);
}

function levelTable(comparisons: readonly Comparison[]): string {
  const rows = comparisons.flatMap(({ scenario, equal }) => equal.flatMap((level) => rowsOf(scenario.title, level)));
  const costs = ['server CPU µs/request', 'PostgreSQL CPU µs/request'];
  return table(['request', 'asked/s', 'server', ...costs, 'p50, ms', 'p99, ms'], rows);
}

function rowsOf(title: string, { rate = NaN, service, bare }: Level): string[][] {
  const row = (name: string, { cost, database, p50, p99 }: Performance) => {
    return [title, rate.toFixed(0), name, range(cost), range(database), p50.middle.toFixed(1), p99.middle.toFixed(1)];
  };
  return [row('service', service), row('bare', bare)];
}

function saturationTable(comparisons: readonly Comparison[]): string {
  const row = (title: string, name: string, { rate, cost, database, busy }: Performance) => {
    return [title, name, range(rate), range(cost), range(database), (busy.middle * 100).toFixed(0)];
  };
  const rows = comparisons.flatMap(({ scenario: { title }, saturation: { service, bare } }) => [
    row(title, 'service', service),
    row(title, 'bare', bare),
  ]);
  const costs = ['server CPU µs/request', 'PostgreSQL CPU µs/request'];
  return table(['request', 'server', 'requests/s', ...costs, 'core used, %'], rows);
}

/** Middle, lowest and highest, without fractions. */
export function range({ low, middle, high }: Range): string {
  return `${middle.toFixed(0)} (${low.toFixed(0)}–${high.toFixed(0)})`;
}
