import { type Range, rangeOf } from './figures.js';
import { type LoadJob, runLoad } from './load-job.js';
import { processorTime, processorTimeOfTree } from './process-stats.js';

/** One of the two servers that are compared. */
export interface Target {
  readonly name: 'service' | 'bare';
  readonly pid: number;
  readonly url: string;
  /** Resolves when it has nothing left to do, so that its afterwork does not burden the other's round. */
  readonly idle: () => Promise<void>;
}

/** What is asked of both. */
export interface Scenario {
  readonly title: string;
  readonly filing: boolean;
  readonly paths: readonly string[];
  /** Least share of the bare server's processor time to the service's: what is wanted, and what fails the run. */
  readonly aim: number;
  readonly floor: number;
}

/** What one server did over all rounds at one load. */
export interface Performance {
  /** Requests a second. */
  readonly rate: Range;
  /** Processor time of the server, in microseconds a request. */
  readonly cost: Range;
  /** Processor time of PostgreSQL, in microseconds a request. */
  readonly database: Range;
  /** Share of its core that the server used. */
  readonly busy: Range;
  /** Milliseconds from when a request was due to its answer. */
  readonly p50: Range;
  readonly p99: Range;
  /** Processor time of the load generator, in microseconds a request. */
  readonly generator: Range;
}

/** Both at one load. */
export interface Level {
  /** Requests a second that were asked of both; undefined where each was asked as much as it can do. */
  readonly rate?: number | undefined;
  readonly service: Performance;
  readonly bare: Performance;
}

export interface Comparison {
  readonly scenario: Scenario;
  readonly saturation: Level;
  /** Half, and nearly all, of what the slower can do. */
  readonly equal: readonly Level[];
}

export interface Terms {
  readonly rounds: number;
  readonly seconds: number;
  readonly warmUpSeconds: number;
  readonly connections: number;
  readonly loadCore: number;
  readonly token: string;
  /** The process of PostgreSQL above all others of it. */
  readonly postgres: number;
}

type Round = Readonly<Record<keyof Performance, number>>;
interface Pair {
  readonly service: Target;
  readonly bare: Target;
}

export const SHARES = [0.5, 0.9] as const;
/** A server that stays this far behind the rate was not at an equal load. */
const KEPT = 0.97;
const TRIES = 4;

/** Finds out what each can do, then gives both the same rates, in turn: service, bare, service, bare … */
export async function compare(scenario: Scenario, pair: Pair, terms: Terms): Promise<Comparison> {
  for (const target of [pair.service, pair.bare])
    await round(target, scenario, { ...terms, seconds: terms.warmUpSeconds });
  const saturation = await level(scenario, pair, terms);
  const slower = Math.min(saturation.service.rate.middle, saturation.bare.rate.middle);
  const equal: Level[] = [];
  for (const share of SHARES) equal.push(await keptLevel(scenario, pair, { ...terms, rate: share * slower }));
  return { scenario, saturation, equal };
}

/** Lowers the rate until both keep it: what a machine does in a burst it may not do on and on. */
async function keptLevel(scenario: Scenario, pair: Pair, terms: Terms & { rate: number }): Promise<Level> {
  for (let tries = 0, { rate } = terms; tries < TRIES; tries++, rate *= 0.9) {
    const result = await level(scenario, pair, { ...terms, rate });
    if (Math.min(result.service.rate.low, result.bare.rate.low) >= rate * KEPT) return result;
  }
  throw new Error(`${scenario.title}: no rate was kept by both; is the machine busy?`);
}

async function level(scenario: Scenario, { service, bare }: Pair, terms: Terms & { rate?: number }): Promise<Level> {
  const rounds = { service: [] as Round[], bare: [] as Round[] };
  for (let turn = 0; turn < terms.rounds; turn++) {
    for (const target of [service, bare]) rounds[target.name].push(await round(target, scenario, terms));
  }
  return { rate: terms.rate, service: performanceOf(rounds.service), bare: performanceOf(rounds.bare) };
}

async function round(target: Target, scenario: Scenario, terms: Terms & { rate?: number }): Promise<Round> {
  const { connections, token, loadCore, seconds, rate, postgres } = terms;
  const { filing, paths } = scenario;
  const job: LoadJob = { url: target.url, token, seconds, connections, filing, paths, rate };
  const before = [processorTime(target.pid), processorTimeOfTree(postgres)] as const;
  const { answered, seconds: took, cost: generator, p50, p99 } = await runLoad(job, loadCore);
  // What the server does after the answers, such as announcing events, belongs to their cost.
  await target.idle();
  const used = processorTime(target.pid) - before[0];
  const database = (processorTimeOfTree(postgres) - before[1]) / answered;
  return { rate: answered / took, cost: used / answered, database, busy: used / (took * 1e6), p50, p99, generator };
}

function performanceOf(rounds: readonly Round[]): Performance {
  const of = (figure: keyof Performance) => rangeOf(rounds.map((one) => one[figure]));
  const cost = { rate: of('rate'), cost: of('cost'), database: of('database'), busy: of('busy') };
  return { ...cost, p50: of('p50'), p99: of('p99'), generator: of('generator') };
}

/** The bare server's processor time to the service's, of the middle rounds: 1 is as good. */
export function ratioOf({ service, bare }: Level): number {
  return bare.cost.middle / service.cost.middle;
}

/** The worse of the equal loads counts. */
export function worstRatio({ equal }: Comparison): number {
  return Math.min(...equal.map(ratioOf));
}
