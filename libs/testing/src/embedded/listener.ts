import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

export interface Listener {
  readonly pid: number;
  /** How it was started. */
  readonly command: string;
}

const LISTENING = '0A';

/** Who listens on a TCP port of this machine, as far as Linux lets us see; undefined elsewhere and for others' processes. */
export function listenerOn(port: number): Listener | undefined {
  try {
    const sockets = new Set(
      ['tcp', 'tcp6'].flatMap((table) => inodesIn(table, port)).map((inode) => `socket:[${inode}]`),
    );
    const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
    const pid = pids.find((each) => filesOf(each).some((file) => sockets.has(file)));
    return pid === undefined ? undefined : { pid: Number(pid), command: commandOf(pid) };
  } catch {
    return undefined;
  }
}

/** `sl local_address rem_address st … inode`, addresses and ports in hexadecimal. */
function inodesIn(table: string, port: number): string[] {
  const wanted = port.toString(16).toUpperCase().padStart(4, '0');
  const rows = readFileSync(`/proc/net/${table}`, 'utf8').split('\n').slice(1);
  return rows
    .map((row) => row.trim().split(/\s+/))
    .filter(([, local, , state]) => local?.endsWith(`:${wanted}`) && state === LISTENING)
    .flatMap((fields) => fields[9] ?? []);
}

function filesOf(pid: string): string[] {
  try {
    return readdirSync(`/proc/${pid}/fd`).map((fd) => targetOf(`/proc/${pid}/fd/${fd}`));
  } catch {
    return [];
  }
}

function targetOf(link: string): string {
  try {
    return readlinkSync(link);
  } catch {
    return '';
  }
}

function commandOf(pid: string): string {
  const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
  return command.length > 80 ? `${command.slice(0, 80)}…` : command;
}
