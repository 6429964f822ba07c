// Runs TypeScript straight from source: Node's own type stripping cannot emit the decorator metadata that Nest's
// injection reads, so swc does it, with inline source maps for stack traces that point at the .ts lines.
import { readFileSync } from 'node:fs';
import { registerHooks, setSourceMapsSupport } from 'node:module';
import { fileURLToPath } from 'node:url';
import { transformSync } from '@swc/core';

const options = JSON.parse(readFileSync(new URL('../.swcrc', import.meta.url), 'utf8'));
setSourceMapsSupport(true, { nodeModules: false });

/** A TypeScript file as the JavaScript that Node runs. */
export function compile(filename, source) {
  return transformSync(source, { ...options, filename, swcrc: false, sourceMaps: 'inline' }).code;
}

registerHooks({
  resolve(specifier, context, next) {
    try {
      return next(specifier, context);
    } catch (error) {
      if (!(specifier.startsWith('.') && specifier.endsWith('.js'))) throw error;
      return next(`${specifier.slice(0, -3)}.ts`, context);
    }
  },
  load(url, context, next) {
    if (!url.endsWith('.ts') || url.includes('/node_modules/')) return next(url, context);
    const filename = fileURLToPath(url);
    return { format: 'module', shortCircuit: true, source: compile(filename, readFileSync(filename, 'utf8')) };
  },
});
