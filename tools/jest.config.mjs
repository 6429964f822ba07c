import { base } from '../jest.base.mjs';
import { stack } from '../libs/testing/jest/stack.mjs';

// Takes minutes and a platform of its own: `npm run chaos:planted` runs it, and so does .ci/run.
const planted = process.env['CHAOS_PLANTED'] === 'yes' ? [] : ['/tools/chaos/planted.spec.ts'];
const testPathIgnorePatterns = [...base.testPathIgnorePatterns, ...planted];

export default { ...base, ...stack, testPathIgnorePatterns, displayName: 'tools' };
