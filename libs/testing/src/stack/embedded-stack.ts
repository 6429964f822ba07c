import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { embeddedKafka } from '../embedded/kafka.js';
import { type Progress } from '../embedded/kafka-program.js';
import { embeddedPostgres } from '../embedded/postgres.js';
import { sweepTemporaryFolders, temporaryFolder } from '../embedded/temporary-folder.js';
import { type RunningStack } from './addresses.js';

/** Real servers as children of this process, on free ports, in a folder that goes with them. */
export async function embeddedStack(progress?: Progress): Promise<RunningStack> {
  await sweepTemporaryFolders();
  const folder = temporaryFolder();
  const kafkaOptions = { folder: join(folder, 'kafka'), ...(progress && { progress }) };
  const [postgres, kafka] = await Promise.all([
    embeddedPostgres({ folder: join(folder, 'postgres'), durable: false }),
    embeddedKafka(kafkaOptions),
  ]);
  const stop = async () => {
    await Promise.all([postgres.stop(), kafka.stop()]);
    rmSync(folder, { recursive: true, force: true });
  };
  return { databaseUrl: postgres.url, brokers: kafka.brokers.join(','), stop };
}
