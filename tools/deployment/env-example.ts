import { type SourceTree } from '../architecture/source-tree.js';
import { defaultPorts, variableOf } from '../dev/ports.js';
import { serviceNames } from '../dev/services.js';
import { type Setting, settingsIn } from './settings.js';

const PLATFORM = 'libs/platform/src/config/platform-config.ts';
const WIDTH = 120;

const HEAD = `# Everything that can be set, with what holds when it is not. \`npm start\` reads the first part from its environment and
# makes the rest by itself; a service that you deploy yourself reads the rest. Each variable may also be given as
# NAME_FILE, the path of a file that holds its value.
# This file is made by \`npm run generate\` from apps/*/local.ts and the config classes.`;

/** `.env.example`: every variable that anything of the platform reads. */
export function envExample(tree: SourceTree): string {
  const ports = defaultPorts.owners.map((owner) => `# ${variableOf(owner)}=${defaultPorts.of(owner)}`);
  return [
    HEAD,
    section('npm start'),
    '# Where data, logs and secrets lie.',
    '# JAKI_DATA=.data',
    ...ports,
    section('tests'),
    '# Or testcontainers, or external.',
    '# TEST_STACK=embedded',
    section(`every service: ${PLATFORM}`),
    ...settingsIn(PLATFORM, tree).flatMap(lines),
    ...serviceNames.flatMap((service) => ownSettings(service, tree)),
    '',
  ].join('\n');
}

function ownSettings(service: string, tree: SourceTree): string[] {
  const path = `apps/${service}/src/config.ts`;
  const own = settingsIn(path, tree);
  return own.length === 0 ? [] : [section(`${service}: ${path}`), ...own.flatMap(lines)];
}

function section(title: string): string {
  return `\n# --- ${title} `.padEnd(WIDTH + 1, '-');
}

function lines({ name, says, unless = '' }: Setting): string[] {
  const words = says === '' ? [] : wrapped(says, WIDTH - 2).map((line) => `# ${line}`);
  return [...words, `# ${name}=${unless}`];
}

function wrapped(text: string, width: number): string[] {
  const rows = [''];
  for (const word of text.split(' ')) {
    const last = rows.at(-1) ?? '';
    if (last !== '' && last.length + word.length + 1 > width) rows.push(word);
    else rows[rows.length - 1] = last === '' ? word : `${last} ${word}`;
  }
  return rows;
}
