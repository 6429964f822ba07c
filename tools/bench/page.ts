import { type Terms } from './compare.js';
import { comparisonText, range } from './comparison-page.js';
import { rangeOf } from './figures.js';
import { type Findings } from './findings.js';
import { table } from './markdown.js';
import { type FlowFindings } from './measure-flow.js';
import {
  againstPgBoss,
  isInTime,
  LEAST_AGAINST_PG_BOSS,
  LEAST_LOOK_UPS,
  MOST_IDLE_PROCESSOR,
  MOST_MEMORY_MIB,
} from './verdicts.js';

/** The page `docs/benchmarks.md`, made of one run. */
export function pageOf(findings: Findings, terms: Pick<Terms, 'rounds' | 'seconds' | 'connections'>): string {
  return (
    [
      '# Benchmarks',
      'Written by `npm run bench`; do not edit. Run it again on a machine of yours (two cores, nothing else running): it takes about fifteen minutes, needs what `npm start` needs and Linux (`taskset`, `/proc`), and exits 1 when something is below its floor.',
      table(['measured', findings.date.toISOString().slice(0, 10)], findings.machine),
      '## The reports service against a bare server',
      ...comparisonText(findings.comparisons, terms),
      '## From commit to effect',
      `${findings.latency.samples} reports filed at ${findings.latency.perSecond} a second. From the commit of the report in the database of reports to the commit of the citizen's notice in the database of notifications (PostgreSQL's own commit times): half within **${findings.latency.p50.toFixed(0)} ms**, 99 % within **${findings.latency.p99.toFixed(0)} ms**.`,
      '## The event flow',
      'All Node work in one process on one core, PostgreSQL (without fsync) and Kafka on the other. A backlog lies in a topic of six partitions; each event has one row as its effect, counted afterwards: as many rows as events, no event twice, or the run fails. pg-boss does the same at its best: batches of 100, fetched without waiting, effects and completion in one transaction, four workers. Live, a writer inserts a row and announces its events in one transaction, four writers at a time, while relay and consumer share its process. 3 rounds in turn; the first quarter of each warms up and is not counted.',
      flowTable(findings.flow),
      `Working off a backlog is **${againstPgBoss(findings.flow).toFixed(1)}** times as fast as pg-boss (aim: ${LEAST_AGAINST_PG_BOSS}).`,
      'From the commit of a change to the commit of its effect in another database, by PostgreSQL’s own times:',
      paceTable(findings.flow),
      '## At idle',
      idleTable(findings),
      '## Finding the kelurahan of a position',
      locateText(findings),
    ].join('\n\n') + '\n'
  );
}

function flowTable({ throughput }: FlowFindings): string {
  const rows = throughput.map(({ title, rate, node, postgres, kafka, aim, floor }) => [
    title,
    range(rate),
    ...[node, postgres, kafka].map((time) => range(time)),
    aim === undefined ? '' : String(aim),
    floor === undefined ? '' : String(floor),
  ]);
  const head = ['events', 'a second', 'Node CPU µs', 'PostgreSQL CPU µs', 'Kafka CPU µs', 'aim', 'floor'];
  return table(head, rows);
}

function paceTable({ latency }: FlowFindings): string {
  const rows = latency.map((result) => [
    result.title,
    String(result.samples),
    result.p50.toFixed(1),
    result.p99.toFixed(1),
    `${result.most.quantile} < ${result.most.ms} ms`,
    isInTime(result) ? 'reached' : 'missed',
  ]);
  return table(['events', 'samples', 'p50, ms', 'p99, ms', 'aim', 'verdict'], rows);
}

function idleTable({ idle }: Findings): string {
  const memory = `MiB resident (aim: at most ${MOST_MEMORY_MIB})`;
  const processor = `% of a core (aim: at most ${MOST_IDLE_PROCESSOR * 100})`;
  const rows = idle.map((one) => [one.service, one.mebibytes.toFixed(0), (one.processor * 100).toFixed(1)]);
  return table(['service', memory, processor], rows);
}

function locateText({ locate }: Findings): string {
  const rate = rangeOf(locate.rates);
  const thousands = (value: number) => Math.round(value).toLocaleString('en');
  return `**${thousands(rate.middle)}** look-ups a second on one core (${thousands(rate.low)} to ${thousands(rate.high)}; aim: ${thousands(LEAST_LOOK_UPS)}) at random positions in and around Jakarta, ${Math.round(locate.inside * 100)} % of them inside. The regions take ${locate.mebibytes.toFixed(1)} MiB of memory.`;
}
