import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { CannotStart, findJava, findMaven, freePort } from '@jaki/testing/embedded';
import { chooseFolder, prepareFolder } from '../data-folder.js';
import { explain } from '../explain.js';
import { defaultPorts, freePorts, portsFrom, refuseTakenPorts } from '../ports.js';

const home = mkdtempSync(join(tmpdir(), 'jaki-preflight-'));
afterAll(() => {
  rmSync(home, { recursive: true, force: true });
});

/** A program of this name that says these words. */
function program(name: string, words: string): string {
  const folder = mkdtempSync(join(home, 'bin-'));
  writeFileSync(join(folder, name), `#!/bin/sh\necho '${words}' >&2\n`, { mode: 0o755 });
  return folder;
}

const oneSentence = /^[^\n]+[^.\n]\.$/;

describe('before anything is started, one sentence says what is wrong and what to do when', () => {
  it('Java is missing', async () => {
    await expect(findJava({ PATH: home })).rejects.toThrow(
      /^Kafka needs Java and java does not run: install Java 17 .+\.$/,
    );
  });

  it('Java is too old', async () => {
    const env = { PATH: program('java', 'openjdk version "11.0.2" 2019-01-15') };
    await expect(findJava(env)).rejects.toThrow('Kafka needs Java 17 and java is 11.0.2: install Java 17');
    const ancient = { PATH: program('java', 'java version "1.8.0_402"') };
    await expect(findJava(ancient)).rejects.toThrow('is 1.8.0_402');
  });

  it('Java is new enough, nothing', async () => {
    expect(await findJava({ PATH: program('java', 'openjdk version "21"') })).toEqual({
      command: 'java',
      version: '21',
    });
  });

  it('Maven is missing or too old', async () => {
    await expect(findMaven({ PATH: home })).rejects.toThrow(
      /^Kafka's jars .+ mvn does not run: install Maven 3\.8 .+\.$/,
    );
    await expect(findMaven({ PATH: program('mvn', 'Apache Maven 3.6.3') })).rejects.toThrow('mvn is 3.6.3: install');
    expect(await findMaven({ PATH: program('mvn', 'Apache Maven 4.0.0-rc-3') })).toBe('mvn');
  });

  it('a port is taken', async () => {
    const ports = (await freePorts()).with({ reports: await freePort() });
    await expect(refuseTakenPorts(ports)).resolves.toBeUndefined();
    const other = createServer().listen(ports.of('reports'), '127.0.0.1');
    await once(other, 'listening');
    await expect(refuseTakenPorts(ports)).rejects.toThrow(
      `Port ${ports.of('reports')} (reports) is taken by process ${process.pid} (`,
    );
    other.close();
  });

  it('a variable is no port', () => {
    expect(portsFrom({})).toEqual(defaultPorts);
    expect(portsFrom({ JAKI_KAFKA_PORT: '5000' }).of('kafka')).toBe(5000);
    for (const text of ['0', '70000', 'many', '-1']) {
      expect(() => portsFrom({ JAKI_KAFKA_PORT: text })).toThrow(/^JAKI_KAFKA_PORT is .+\.$/);
    }
  });

  it('the disk is nearly full', () => {
    const folder = join(home, 'full');
    expect(() => prepareFolder(folder, 1e18)).toThrow(
      /^The disk of .+ has \d+ MB left and 1000000000000 MB are wanted: make room/,
    );
  });

  it('the data folder is full of something else', () => {
    const folder = join(home, 'else');
    mkdirSync(folder);
    writeFileSync(join(folder, 'thesis.odt'), '');
    expect(() => prepareFolder(folder)).toThrow(
      `${folder} holds something else: set JAKI_DATA to a new or empty folder.`,
    );
  });

  it('the data folder cannot be made', () => {
    writeFileSync(join(home, 'file'), '');
    expect(() => prepareFolder(join(home, 'file', 'data'))).toThrow(/cannot be written \(ENOTDIR\): set JAKI_DATA/);
  });

  it('nothing foresaw it, the disk running full and a lost port included', () => {
    const full = Object.assign(new Error('write'), { code: 'ENOSPC', path: '/data/x' });
    expect(explain(full)).toBe('The disk is full (/data/x): make room and start again.');
    for (const code of ['ENOSPC', 'EACCES', 'EROFS', 'EADDRINUSE']) {
      expect(explain(Object.assign(new Error('any'), { code }))).toMatch(oneSentence);
    }
    expect(explain(new CannotStart('So it is.'))).toBe('So it is.');
    expect(explain(new TypeError('a bug'))).toContain('This should not happen: TypeError: a bug\n    at ');
  });
});

describe('a checkout below a folder that PostgreSQL may not enter', () => {
  const closed = join(home, 'closed');
  mkdirSync(join(closed, 'project'), { recursive: true });
  chmodSync(closed, 0o700);
  const nobody = { uid: 65_534, gid: 65_534 };

  it('has its data elsewhere, and says so', () => {
    const { folder, note } = chooseFolder({}, { root: join(closed, 'project'), user: nobody });
    expect(folder).toMatch(/jaki-data-[0-9a-f]{12}$/);
    expect(note).toContain(folder);
  });

  it('refuses a JAKI_DATA that is closed to PostgreSQL, which runs as somebody else when we are root', () => {
    const { folder } = chooseFolder({ JAKI_DATA: join(closed, 'data') });
    const prepare = expect(() => {
      prepareFolder(folder);
    });
    if (process.getuid?.() === 0) prepare.toThrow(/^PostgreSQL's user may not enter .+: open its parent folders/);
    else prepare.not.toThrow();
  });

  it('has its data in the project when PostgreSQL may enter', () => {
    chmodSync(home, 0o755);
    expect(chooseFolder({}, { root: home })).toEqual({ folder: join(home, '.data') });
  });
});
