import { base } from '../../jest.base.mjs';
import { stack } from './jest/stack.mjs';

export default { ...base, ...stack, displayName: 'testing' };
