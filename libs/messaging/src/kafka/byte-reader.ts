/** Reads bytes as Kafka's protocol writes them. Every method throws RangeError where the bytes end too early. */
export class ByteReader {
  #at = 0;

  constructor(private readonly bytes: Buffer) {}

  /** How many bytes are left. */
  get left(): number {
    return this.bytes.length - this.#at;
  }

  int8(): number {
    return this.bytes.readInt8(this.#skip(1));
  }

  int16(): number {
    return this.bytes.readInt16BE(this.#skip(2));
  }

  int32(): number {
    return this.bytes.readInt32BE(this.#skip(4));
  }

  int64(): bigint {
    return this.bytes.readBigInt64BE(this.#skip(8));
  }

  /** Zigzag, of at most 10 bytes. */
  varlong(): bigint {
    let value = 0n;
    for (let shift = 0n; shift < 70n; shift += 7n) {
      const byte = this.bytes.readUInt8(this.#skip(1));
      value |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return BigInt.asIntN(64, (value >> 1n) ^ -(value & 1n));
    }
    throw new RangeError('a number has more than 10 bytes');
  }

  /** Zigzag, of at most 5 bytes. */
  varint(): number {
    let value = 0;
    for (let shift = 0; shift < 35; shift += 7) {
      const byte = this.bytes.readUInt8(this.#skip(1));
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return (value >>> 1) ^ -(value & 1);
    }
    throw new RangeError('a number has more than 5 bytes');
  }

  take(length: number): Buffer {
    const start = this.#skip(length);
    return this.bytes.subarray(start, start + length);
  }

  rest(): Buffer {
    return this.take(this.left);
  }

  /** After their length; a length below 0 says that there is none. */
  varintBytes(): Buffer | null {
    const length = this.varint();
    return length < 0 ? null : this.take(length);
  }

  #skip(length: number): number {
    if (length < 0 || length > this.left) throw new RangeError(`${length} bytes wanted, ${this.left} left`);
    const start = this.#at;
    this.#at += length;
    return start;
  }
}
