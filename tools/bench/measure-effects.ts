import { setTimeout as sleep } from 'node:timers/promises';
import { type ServerProcess } from '@jaki/testing/embedded';
import { Addresses } from '../dev/addresses.js';
import { accessTokens, channelAccount } from '../import/channel-account.js';
import { bodyOfFiling } from './filing-body.js';
import { type Findings, type IdleResult } from './findings.js';
import { measureLatency } from './latency.js';
import { processorTime, residentMemory } from './process-stats.js';
import { LOAD_CORE, type Rig, seed, SERVER_CORE, startService } from './rig.js';

/** Until what a start sets off is over: taking in the example organisations, the timetable of jobs. */
const SETTLING_MS = 25_000;
const IDLE_MS = 20_000;

/** With all three services running: what they take at idle, then how soon a filed report becomes a notice. */
export async function measureEffects(rig: Rig): Promise<Pick<Findings, 'idle' | 'latency'> & { tokens: Tokens }> {
  const { folder, ports } = rig.surroundings;
  // Identity stays for the contest, where it must not disturb.
  const identity = await startService(rig, 'identity', LOAD_CORE);
  seed(rig);
  const reports = await startService(rig, 'reports', SERVER_CORE);
  const notifications = await startService(rig, 'notifications', SERVER_CORE);
  await sleep(SETTLING_MS);
  const idle = await measureIdle({ identity, reports, notifications });
  const addresses = new Addresses(folder, ports);
  const tokens = accessTokens(channelAccount(addresses), 'urn:jaki:reports');
  console.log('Measuring from commit to effect …');
  const latency = await measureLatency({
    file: () => fileReport(addresses.of('reports'), tokens),
    reportsDatabase: rig.databaseOf('reports'),
    notificationsDatabase: rig.databaseOf('notifications'),
  });
  await Promise.all([reports.stop(), notifications.stop()]);
  return { idle, latency, tokens };
}

async function measureIdle(services: Readonly<Record<string, ServerProcess>>): Promise<IdleResult[]> {
  const before = new Map(Object.entries(services).map(([name, { pid = 0 }]) => [name, processorTime(pid)]));
  await sleep(IDLE_MS);
  return Object.entries(services).map(([service, { pid = 0 }]) => {
    const used = processorTime(pid) - (before.get(service) ?? 0);
    return { service, mebibytes: residentMemory(pid), processor: used / (IDLE_MS * 1000) };
  });
}

/** Gives a valid access token for reports. */
export type Tokens = () => Promise<string>;

async function fileReport(reports: string, tokens: Tokens): Promise<void> {
  const headers = { authorization: `Bearer ${await tokens()}`, 'content-type': 'application/json' };
  const answer = await fetch(`${reports}/v1/reports`, { method: 'POST', headers, body: bodyOfFiling() });
  if (answer.status !== 201) throw new Error(`a report was not filed: ${answer.status} ${await answer.text()}`);
  await answer.body?.cancel();
}
