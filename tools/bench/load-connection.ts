import { connect, type Socket } from 'node:net';

const HEAD_END = '\r\n\r\n';

/** What came back: its status, and how many milliseconds after the moment at which the request was due. */
export type Answered = (status: number, milliseconds: number) => void;

/**
 * One kept connection of the load generator: sends finished bytes and reads of the answer only where it ends and its
 * status, so that the load takes as little of the machine as it can. One request at a time.
 */
export class LoadConnection {
  readonly #socket: Socket;
  readonly #answered: Answered;
  #head = '';
  #left = 0;
  #status = 0;
  #due = 0;
  #waiting = false;
  #broken = false;

  private constructor(socket: Socket, answered: Answered, lost: () => void) {
    this.#socket = socket;
    this.#answered = answered;
    socket.on('data', (chunk) => this.#read(chunk));
    // A close follows each error.
    socket.on('error', () => undefined);
    socket.on('close', () => {
      this.#broken = true;
      if (this.#waiting) lost();
      this.#waiting = false;
    });
  }

  /** @param lost told when the connection ends before the answer does */
  static open(url: URL, answered: Answered, lost: () => void): Promise<LoadConnection> {
    const socket = connect({ host: url.hostname, port: Number(url.port), noDelay: true });
    return new Promise((resolve, reject) => {
      socket.once('error', reject);
      socket.once('connect', () => resolve(new LoadConnection(socket, answered, lost)));
    });
  }

  /** Whether it may be given a request. */
  get idle(): boolean {
    return !this.#waiting && !this.#broken;
  }

  /** Whether an answer is still on its way. */
  get waiting(): boolean {
    return this.#waiting;
  }

  /** @param due the moment, by `performance.now()`, at which the request should have left: waiting counts as well */
  send(request: string, due: number): void {
    this.#waiting = true;
    this.#due = due;
    this.#socket.write(request, 'latin1');
  }

  close(): void {
    this.#waiting = false;
    this.#socket.destroy();
  }

  #read(chunk: Buffer): void {
    if (this.#left > 0) {
      this.#take(chunk.length);
      return;
    }
    this.#head += chunk.toString('latin1');
    const end = this.#head.indexOf(HEAD_END);
    if (end < 0) return;
    const length = /^content-length: *(\d+)\r$/im.exec(this.#head.slice(0, end + 1))?.[1];
    // Without a length nobody knows where the answer ends: counted as failed.
    this.#status = length === undefined ? 0 : Number(this.#head.slice(9, 12));
    const come = this.#head.length - end - HEAD_END.length;
    this.#left = Number(length ?? come);
    this.#head = '';
    this.#take(come);
  }

  #take(bytes: number): void {
    this.#left -= bytes;
    if (this.#left > 0) return;
    this.#left = 0;
    this.#waiting = false;
    this.#answered(this.#status, performance.now() - this.#due);
  }
}
