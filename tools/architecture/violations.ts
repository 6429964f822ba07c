// Prints what breaks a structural rule, a line each, and exits 1 when there is anything.
import { fileURLToPath } from 'node:url';
import { violations } from './rule.js';
import { rules } from './rules/index.js';
import { readTree } from './source-tree.js';

const found = violations(rules, readTree(fileURLToPath(new URL('../../', import.meta.url))));
for (const { rule, at, breaks } of found) console.error(`${at} ${breaks} (${rule})`);
process.exitCode = found.length === 0 ? 0 : 1;
