import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PluginMetadataGenerator } from '@nestjs/cli/lib/compiler/plugins/plugin-metadata-generator.js';
import { ReadonlyVisitor } from '@nestjs/swagger/plugin';
import { type Program } from 'typescript';
import { type Generated } from './generated.js';

/**
 * What a service's DTOs and controllers look like to TypeScript (types, rules of class-validator, comments), so that its
 * OpenAPI document says it too without a decorator for each. Read from `*.dto.ts` and `*.controller.ts`.
 */
export function openApiMetadata({ name, folder }: { name: string; folder: URL }): Generated {
  const source = fileURLToPath(new URL('src/', folder));
  const program = ReadonlyVisitor.createTsProgram(fileURLToPath(new URL('tsconfig.json', folder)));
  const scratch = mkdtempSync(join(tmpdir(), 'jaki-openapi-'));
  try {
    new PluginMetadataGenerator().generate({
      visitors: [
        new ReadonlyVisitor({
          introspectComments: true,
          classValidatorShim: true,
          esmCompatible: true,
          pathToSource: join(source, 'generated'),
        }),
      ],
      tsProgramRef: onlyFilesIn(source, program),
      outputDir: scratch,
      filename: 'metadata.ts',
    });
    const content = readFileSync(join(scratch, 'metadata.ts'), 'utf8');
    return { project: name, file: new URL('src/generated/metadata.ts', folder), content };
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

/** The program as far as it is the service's own (the libraries' sources are part of it too), in an order that is always the same. */
function onlyFilesIn(folder: string, program: Program): Program {
  const own = program.getSourceFiles().filter(({ fileName }) => fileName.startsWith(folder));
  own.sort((one, other) => (one.fileName < other.fileName ? -1 : 1));
  return Object.assign(Object.create(program) as Program, { getSourceFiles: () => own });
}
