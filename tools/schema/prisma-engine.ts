// Prisma's schema engine as WebAssembly: the only form of it that needs no download. Its interface is private to Prisma,
// so all that we know of it is in this file, its versions are pinned, and the planted drifts of drift.spec.ts notice a
// change. Never give it a connection string or a shadow database: it would replay migrations on the live one.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import type pg from 'pg';
import { CatalogAdapter } from './catalog-adapter.js';

interface SchemaFile {
  readonly path: string;
  readonly content: string;
}

export interface SchemaEngine {
  diff(params: {
    from: { tag: 'schemaDatasource'; files: SchemaFile[]; configDir: string };
    to: { tag: 'schemaDatamodel'; files: SchemaFile[] };
    script: boolean;
    exitCode: boolean;
    filters: { externalTables: string[]; externalEnums: string[] };
  }): Promise<{ exitCode: number; stdout: string | null }>;
  free(): void;
}

interface EngineClass {
  new: (
    options: { datamodels: [string, string][] },
    log: (line: string) => void,
    adapter: object,
  ) => Promise<SchemaEngine>;
}

interface EngineExports {
  __wbindgen_start(): void;
}

// Node has it; its types come with the browser's, which we do not take in.
declare const WebAssembly: {
  readonly Module: new (binary: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: EngineExports };
};

interface EngineModule {
  SchemaEngine: EngineClass;
  __wbg_set_wasm(exports: EngineExports): void;
}

// The engine belongs to @prisma/internals, which names its version; the binding of adapters to @prisma/adapter-pg.
const internals = createRequire(createRequire(import.meta.url).resolve('@prisma/internals'));
const adapters = createRequire(createRequire(import.meta.url).resolve('@prisma/adapter-pg'));

let loaded: Promise<EngineClass> | undefined;

/** Starts the engine on a database. The caller frees it, then ends the pool. */
export async function startEngine(pool: pg.Pool, files: readonly SchemaFile[]): Promise<SchemaEngine> {
  const engine = await (loaded ??= load());
  const { bindMigrationAwareSqlAdapterFactory: bind } = adapters('@prisma/driver-adapter-utils') as {
    bindMigrationAwareSqlAdapterFactory: (adapter: CatalogAdapter) => object;
  };
  const datamodels = files.map(({ path, content }): [string, string] => [path, content]);
  return engine.new({ datamodels }, () => undefined, bind(new CatalogAdapter(pool)));
}

async function load(): Promise<EngineClass> {
  const path = internals.resolve('@prisma/schema-engine-wasm/schema_engine_bg');
  const glue = (await import(pathToFileURL(path).href)) as EngineModule;
  const binary = new WebAssembly.Module(await readFile(path.replace(/\.js$/, '.wasm')));
  const { exports } = new WebAssembly.Instance(binary, { './schema_engine_bg.js': glue });
  glue.__wbg_set_wasm(exports);
  exports.__wbindgen_start();
  // The engine tells its last words here before it dies.
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message: refuse } });
  return glue.SchemaEngine;
}

function refuse(message: string): never {
  throw new Error(`Prisma's schema engine gave up: ${message}`);
}
