// npm run fuzz:rest: schemathesis (pip install schemathesis) against every service, with all checks.
import { canFuzz, fuzzFaults } from './fuzz.js';

if (!canFuzz()) {
  console.error('schemathesis does not run: pip install schemathesis, and put it on the PATH.');
  process.exitCode = 1;
} else {
  const faults = await fuzzFaults();
  for (const fault of faults) console.error(fault);
  process.exitCode = faults.length === 0 ? 0 : 1;
}
