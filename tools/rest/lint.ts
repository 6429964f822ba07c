import { createRequire } from 'node:module';
import type SpectralCore from '@stoplight/spectral-core';
import type SpectralRulesets from '@stoplight/spectral-rulesets';

// Both are CommonJS whose names Node cannot tell from outside.
const require = createRequire(import.meta.url);
const { Spectral } = require('@stoplight/spectral-core') as typeof SpectralCore;
const { oas } = require('@stoplight/spectral-rulesets') as typeof SpectralRulesets;

/** What Spectral's rules for OpenAPI find in a document, warnings included. */
export async function lintFaults(document: object): Promise<string[]> {
  const spectral = new Spectral();
  // Its own type lacks what its own rules are.
  spectral.setRuleset({ extends: [[oas as never, 'recommended']] });
  const found = await spectral.run(document as Record<string, unknown>);
  return found.map(({ code, path, message }) => `${path.join('/')} ${message} (${code})`);
}
