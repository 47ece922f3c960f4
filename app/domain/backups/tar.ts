import { sure } from "#app/sure.ts";

/** A file inside an archive. Read all of `content` before asking for the next one. */
export interface TarEntry {
  name: string;
  size: number;
  content: AsyncIterable<Buffer>;
}

/** It is no archive, or one that was cut or damaged. */
export class BadArchive extends Error {}

const BLOCK = 512;
/** What the eleven octal digits of a size can say: 8 GiB. Beyond, GNU tar writes it in base 256, and so do we. */
const LARGEST_OCTAL = 8 ** 11 - 1;

/**
 * Writes regular files as an archive in the format ustar (POSIX.1-1988), readable by their owner alone. Every tar reads
 * it. Names are ASCII, at most 100 characters.
 */
export async function* packTar(entries: Iterable<TarEntry>, now: Date): AsyncGenerator<Buffer> {
  for (const { name, size, content } of entries) {
    yield headerOf(name, size, now);
    let written = 0;
    for await (const chunk of content) {
      written += chunk.length;
      yield chunk;
    }
    if (written !== size) throw new Error(`${name} has ${written} bytes, ${size} were announced`);
    yield Buffer.alloc(paddingAfter(size));
  }
  yield Buffer.alloc(2 * BLOCK);
}

/**
 * Reads an archive piece by piece.
 * @throws BadArchive for anything but regular files, a header whose sum is wrong, and an end that is missing
 */
export async function* readTar(source: AsyncIterable<Buffer>): AsyncGenerator<TarEntry> {
  const input = new ByteReader(source);
  for (;;) {
    const header = await input.exactly(BLOCK);
    if (header.every((byte) => byte === 0)) return input.drain();
    const { name, size } = parseHeader(header);
    const content = input.upTo(size);
    yield { name, size, content };
    // What nobody read is passed over.
    for await (const _ of content);
    await input.exactly(paddingAfter(size));
  }
}

function headerOf(name: string, size: number, now: Date): Buffer {
  if (!/^[\x21-\x7e]{1,100}$/.test(name)) throw new Error(`A file cannot be named ${name} in an archive`);
  const header = Buffer.alloc(BLOCK);
  const octal = (value: number, at: number, length: number) =>
    header.write(value.toString(8).padStart(length - 1, "0"), at, "latin1");
  header.write(name, 0, "latin1");
  octal(0o600, 100, 8);
  octal(0, 108, 8);
  octal(0, 116, 8);
  if (size <= LARGEST_OCTAL) octal(size, 124, 12);
  else header.writeUInt8(0x80, 124) && header.writeBigUInt64BE(BigInt(size), 128);
  octal(Math.floor(now.getTime() / 1000), 136, 12);
  header.write("0", 156, "latin1");
  header.write("ustar\x0000", 257, "latin1");
  header.write(`${sumOf(header).toString(8).padStart(6, "0")}\0 `, 148, "latin1");
  return header;
}

function parseHeader(header: Buffer): { name: string; size: number } {
  const text = (at: number, length: number) => sure(header.toString("latin1", at, at + length).split("\0")[0]);
  if (Number.parseInt(text(148, 8), 8) !== sumOf(header)) throw new BadArchive("a header in it is damaged");
  const name = text(0, 100);
  if (text(156, 1) !== "0") throw new BadArchive(`${name} in it is not a plain file`);
  const size = header[124] === 0x80 ? Number(header.readBigUInt64BE(128)) : Number.parseInt(text(124, 12), 8);
  if (!Number.isSafeInteger(size) || size < 0) throw new BadArchive(`the size of ${name} in it cannot be read`);
  return { name, size };
}

/** The sum of all bytes of a header, the field of the sum counted as spaces. */
function sumOf(header: Buffer): number {
  let sum = 8 * 0x20;
  for (const [at, byte] of header.entries()) if (at < 148 || at >= 156) sum += byte;
  return sum;
}

function paddingAfter(size: number): number {
  return (BLOCK - (size % BLOCK)) % BLOCK;
}

/** Takes a stream apart into pieces of wanted lengths; keeps no more than one chunk of it. */
class ByteReader {
  private readonly chunks: AsyncIterator<Buffer>;
  private rest: Buffer = Buffer.alloc(0);

  constructor(source: AsyncIterable<Buffer>) {
    this.chunks = source[Symbol.asyncIterator]();
  }

  async exactly(length: number): Promise<Buffer> {
    const pieces: Buffer[] = [];
    for await (const piece of this.upTo(length)) pieces.push(piece);
    return Buffer.concat(pieces);
  }

  /** To the end, where those who packed the archive keep their own sums. */
  async drain(): Promise<void> {
    while (!(await this.chunks.next()).done);
  }

  /** The next so many bytes as they come; asked again, it goes on where it was left. */
  upTo(length: number): AsyncIterableIterator<Buffer> {
    let missing = length;
    const next = async (): Promise<IteratorResult<Buffer, undefined>> => {
      if (missing === 0) return { done: true, value: undefined };
      while (this.rest.length === 0) {
        const { done, value } = await this.chunks.next();
        if (done) throw new BadArchive("its end is missing");
        this.rest = value;
      }
      const piece = this.rest.subarray(0, missing);
      this.rest = this.rest.subarray(piece.length);
      missing -= piece.length;
      return { done: false, value: piece };
    };
    const pieces: AsyncIterableIterator<Buffer> = { next, [Symbol.asyncIterator]: () => pieces };
    return pieces;
  }
}
