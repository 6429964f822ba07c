import { create, fromTemplates, read, readIfThere, template, write } from './files.js';
import { type Tokens } from './names.js';
import { withInModule } from './wire.js';

/** A feature of a service: an aggregate with a table, a command, a query, an event and their tests. */
export async function addFeature(tokens: Tokens): Promise<void> {
  const { __service__: service = '', __things__: things = '', __Things__: Things = '' } = tokens;
  const app = `apps/${service}`;
  const module = `${app}/src/app.module.ts`;
  const [modules, schema, local] = [read(module), read(`${app}/prisma/schema.prisma`), read(`${app}/local.ts`)];
  const files = new Map([
    ...fromTemplates('feature/src', `${app}/src/${things}`, tokens),
    ...fromTemplates('feature/test', `${app}/test`, tokens),
    ...fromTemplates('feature/contracts', `libs/contracts/src/events/${service}`, tokens),
    [`${app}/prisma/migrations/${stamp()}_${things}/migration.sql`, template('feature/migration.sql', tokens)],
  ]);
  await create(files);
  await addTopic(tokens);
  const entry = { name: `${Things}Module`, from: `./${things}/${things}.module.js` };
  await write(module, withInModule(modules, 'imports', entry));
  await write(`${app}/local.ts`, withoutLoad(local, `${Things}Controller`));
  await write(`${app}/prisma/schema.prisma`, `${schema.trimEnd()}\n${template('feature/model.prisma', tokens)}`);
}

/** A service's `local.ts` that says why the harness does not write through a new group of routes. */
function withoutLoad(text: string, controller: string): string {
  const entry = `${controller}: 'no story of the city writes through it yet',`;
  if (text.includes('withoutLoad: {')) return text.replace('withoutLoad: {', `withoutLoad: { ${entry}`);
  return text.replace(/\}\);\s*$/, `withoutLoad: { ${entry} },\n});\n`);
}

/** The aggregate's topic, beside those that the context has. */
async function addTopic(tokens: Tokens): Promise<void> {
  const path = `libs/contracts/src/events/${tokens['__service__'] ?? ''}/topics.ts`;
  const before = readIfThere(path) ?? "import { FOREVER, type Topic } from '../../topic.js';\n";
  await write(path, `${before}\n${template('feature/topic.ts', tokens)}`);
}

/** As migrations are ordered: `20261127143000`. */
function stamp(): string {
  return new Date().toISOString().replaceAll(/\D/g, '').slice(0, 14);
}
