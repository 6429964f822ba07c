import { base } from '../../jest.base.mjs';
import { splitByServers } from '../../libs/testing/jest/stack.mjs';

export default splitByServers(import.meta.url, { ...base, displayName: 'marketplace' });
