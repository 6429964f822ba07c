import { base } from '../../jest.base.mjs';
import { stack } from '../testing/jest/stack.mjs';

export default { ...base, ...stack, displayName: 'platform' };
