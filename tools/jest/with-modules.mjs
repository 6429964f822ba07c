// Our code is ES modules, for which Jest needs a flag of Node's. Whoever starts Jest without it, as `npx jest` and editors
// do, gets it here: the same command once more, with the flag, in this one's place.
import { spawnSync } from 'node:child_process';

const FLAG = '--experimental-vm-modules';
const given = `${process.execArgv.join(' ')} ${process.env['NODE_OPTIONS'] ?? ''}`;

if (!given.includes(FLAG)) {
  const flags = [...process.execArgv, FLAG, '--disable-warning=ExperimentalWarning'];
  const { status } = spawnSync(process.execPath, [...flags, ...process.argv.slice(1)], { stdio: 'inherit' });
  process.exit(status ?? 1);
}
