import { randomBytes } from 'node:crypto';

/** Put before every topic and group of one test file, so that files share a broker and nothing else. */
export function freshTopicPrefix(): string {
  return `t${randomBytes(5).toString('hex')}.`;
}
