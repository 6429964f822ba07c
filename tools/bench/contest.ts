import { type LoadJob, runLoad } from './load-job.js';
import { processorTime } from './process-stats.js';
import { type Range, rangeOf } from './figures.js';

/** One of the two servers that are compared. */
export interface Contestant {
  readonly name: 'service' | 'bare';
  readonly pid: number;
  readonly url: string;
  /** Resolves when it has nothing left to do, so that its afterwork does not burden the other's round. */
  readonly idle: () => Promise<void>;
}

/** What is asked of both. */
export interface Discipline {
  readonly title: string;
  readonly filing: boolean;
  readonly paths: readonly string[];
  readonly aim: number;
  readonly floor: number;
}

/** What one server did over all rounds. */
export interface Performance {
  readonly rate: Range;
  /** Processor time of the server, in microseconds a request. */
  readonly cost: Range;
  /** Share of its core that it used; near 1 means that the server, not the load, was the limit. */
  readonly busy: Range;
}

export interface ContestResult {
  readonly discipline: Discipline;
  readonly service: Performance;
  readonly bare: Performance;
}

export interface Terms {
  readonly rounds: number;
  readonly seconds: number;
  readonly warmUpSeconds: number;
  readonly connections: number;
  readonly loadCore: number;
  readonly token: string;
}

interface Round {
  readonly rate: number;
  readonly cost: number;
  readonly busy: number;
}

/** Lets both do the same in turn, service, bare, service, bare …, after a warm-up each. */
export async function contest(
  discipline: Discipline,
  { service, bare }: { service: Contestant; bare: Contestant },
  terms: Terms,
): Promise<ContestResult> {
  const rounds = { service: [] as Round[], bare: [] as Round[] };
  for (const contestant of [service, bare]) await round(contestant, discipline, terms, terms.warmUpSeconds);
  for (let turn = 0; turn < terms.rounds; turn++) {
    for (const contestant of [service, bare]) {
      rounds[contestant.name].push(await round(contestant, discipline, terms, terms.seconds));
    }
  }
  return { discipline, service: performanceOf(rounds.service), bare: performanceOf(rounds.bare) };
}

async function round(contestant: Contestant, discipline: Discipline, terms: Terms, seconds: number): Promise<Round> {
  const { connections, token, loadCore } = terms;
  const { filing, paths } = discipline;
  const job: LoadJob = { url: contestant.url, token, seconds, connections, filing, paths };
  const before = processorTime(contestant.pid);
  const { answered, seconds: took } = await runLoad(job, loadCore);
  // What the server does after the answers, such as announcing events, belongs to their cost.
  await contestant.idle();
  const used = processorTime(contestant.pid) - before;
  return { rate: answered / took, cost: used / answered, busy: used / (took * 1e6) };
}

function performanceOf(rounds: readonly Round[]): Performance {
  return {
    rate: rangeOf(rounds.map(({ rate }) => rate)),
    cost: rangeOf(rounds.map(({ cost }) => cost)),
    busy: rangeOf(rounds.map(({ busy }) => busy)),
  };
}

/** How near the service comes to the bare server: of the middle rounds, 1 is as good. */
export function ratios({ service, bare }: ContestResult): { rate: number; cost: number } {
  return { rate: service.rate.middle / bare.rate.middle, cost: bare.cost.middle / service.cost.middle };
}
