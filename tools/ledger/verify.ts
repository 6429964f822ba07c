// `npm run ledger:verify`: proves the marketplace's books against its orders, payments, refunds, stock and the settlement
// files that were reconciled. On the platform that runs here, or `-- --database postgres://…`. Exit code 1 when anything is
// not as it must be. It reads in one moment and changes nothing.
import { parseArgs, styleText } from 'node:util';
import pg from 'pg';
import { CannotStart } from '@jaki/testing/embedded';
import { findPlatform } from '../dev/addresses.js';
import { chooseFolder } from '../dev/data-folder.js';
import { explain } from '../dev/explain.js';
import { verifyBooks } from './verify-books.js';

const { values } = parseArgs({ options: { database: { type: 'string' } } });

function databaseToRead(): string {
  if (values.database !== undefined) return values.database;
  const running = findPlatform(chooseFolder(process.env).folder);
  if (running === undefined) throw new CannotStart('No platform runs here: start one, or say --database postgres://…');
  return running.database('marketplace');
}

async function verify(): Promise<boolean> {
  const client = new pg.Client({ connectionString: databaseToRead() });
  await client.connect();
  try {
    const { findings, postings } = await verifyBooks(client);
    for (const { rule, faults } of findings) {
      const mark = faults.length === 0 ? styleText('green', '✔') : styleText('red', '✘');
      process.stdout.write(`${mark} ${rule}\n${faults.map((fault) => `    ${fault}\n`).join('')}`);
    }
    const broken = findings.filter(({ faults }) => faults.length > 0).length;
    process.stdout.write(`${postings} postings: ${findings.length - broken} rules kept, ${broken} broken\n`);
    return broken === 0;
  } finally {
    await client.end();
  }
}

try {
  process.exitCode = (await verify()) ? 0 : 1;
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exitCode = 1;
}
