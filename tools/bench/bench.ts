// `npm run bench`: measures the production builds and writes docs/benchmarks.md. Exits 1 when something is too slow.
import { writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { explain } from '../dev/explain.js';
import { UndoStack } from '../dev/undo-stack.js';
import { build } from './build.js';
import { type Findings } from './findings.js';
import { measureLocate } from './locate.js';
import { describeMachine, loadBefore } from './machine.js';
import { measureComparisons, terms } from './measure-comparisons.js';
import { measureEffects } from './measure-effects.js';
import { measureFlow } from './measure-flow.js';
import { pageOf } from './page.js';
import { asSuperuser, SERVER_CORE, startRig } from './rig.js';
import { shortcomings } from './verdicts.js';

const page = new URL('../../docs/benchmarks.md', import.meta.url);

async function measure(undo: UndoStack): Promise<Findings> {
  const load = loadBefore();
  console.log('Building …');
  build();
  const locate = await measureLocate(SERVER_CORE);
  const rig = await startRig(undo);
  const [version] = await asSuperuser<{ server_version: string }>(rig.postgres.url, 'SHOW server_version');
  const { idle, latency, tokens } = await measureEffects(rig);
  const comparisons = await measureComparisons(rig, tokens);
  const flow = await measureFlow(rig);
  const machine = describeMachine(version?.server_version ?? 'unknown', load);
  return { date: new Date(), machine, comparisons, idle, latency, flow, locate };
}

async function write(findings: Findings): Promise<void> {
  const options = (await resolveConfig(page)) ?? {};
  writeFileSync(page, await format(pageOf(findings, terms), { ...options, parser: 'markdown' }));
}

const undo = new UndoStack();
try {
  const findings = await measure(undo);
  await write(findings);
  const faults = shortcomings(findings);
  for (const fault of faults) console.error(fault);
  console.log(`docs/benchmarks.md is written, ${Math.round(process.uptime())} s after the start.`);
  process.exitCode = faults.length === 0 ? 0 : 1;
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
} finally {
  await undo.unwind();
}
