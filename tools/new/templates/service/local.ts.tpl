import { local } from '@jaki/testing/local';

export default local({
  port: __port__,
});
