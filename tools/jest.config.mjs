import { base } from '../jest.base.mjs';
import { stack } from '../libs/testing/jest/stack.mjs';

export default { ...base, ...stack, displayName: 'tools' };
