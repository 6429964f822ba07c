import { TestIssuer } from '../test-issuer.js';

let issuer: Promise<TestIssuer> | undefined;

/** One issuer for all services of a test file: making keys takes a while, and instances must agree. */
export function sharedIssuer(): Promise<TestIssuer> {
  return (issuer ??= TestIssuer.create());
}
