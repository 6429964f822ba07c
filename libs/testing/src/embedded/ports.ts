import { randomInt } from 'node:crypto';
import { connect, createServer } from 'node:net';

// Below the range that operating systems hand to outgoing connections, so that none of those takes it meanwhile.
const FIRST = 18_000;
const LAST = 32_000;

/** A port of this machine that nothing listens on now. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(FIRST, LAST);
    if (await isFree(port)) return port;
  }
}

/** Whether a server could listen on this port of 127.0.0.1. */
export function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => {
      resolve(false);
    });
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () =>
      server.close(() => {
        resolve(true);
      }),
    );
  });
}

/** Whether something accepts connections on this port of 127.0.0.1. */
export function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    const answer = (open: boolean) => {
      socket.destroy();
      resolve(open);
    };
    // A port of the outgoing range that nobody listens on may connect to itself.
    socket.once('connect', () => answer(socket.localPort !== port)).once('error', () => answer(false));
  });
}
