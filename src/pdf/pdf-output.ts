/** What takes the file's bytes in order. A promise makes the writer wait, so that pictures do not pile up in memory. */
export type ByteSink = (bytes: Uint8Array) => void | Promise<void>;

/** The bytes of a file on their way out: gathered into blocks, counted, and hashed block by block. */
export interface PdfOutput {
  write(bytes: Uint8Array): void;
  /** Hands all that is written so far to the sink. */
  drain(): Promise<void>;
  /** Hash over every byte written so far; a block ends here. */
  digest(): string;
}

/** Small writes are gathered into blocks of this many bytes; a larger one (a picture) goes through uncopied. */
const BLOCK = 65536;

/** Opens an output over a sink. `sha256` gives the hash of bytes in hex. */
export function openOutput(sink: ByteSink, sha256: (bytes: Uint8Array) => string): PdfOutput {
  const waiting: Uint8Array[] = [];
  const hashes: string[] = [];
  const block = new Uint8Array(BLOCK);
  let used = 0;

  function finish(bytes: Uint8Array): void {
    hashes.push(sha256(bytes));
    waiting.push(bytes);
  }
  function endBlock(): void {
    if (used === 0) return;
    finish(block.slice(0, used));
    used = 0;
  }
  return {
    write(bytes) {
      if (used + bytes.length > BLOCK) endBlock();
      if (bytes.length >= BLOCK) {
        finish(bytes);
      } else {
        block.set(bytes, used);
        used += bytes.length;
      }
    },
    async drain() {
      endBlock();
      for (const bytes of waiting.splice(0)) await sink(bytes);
    },
    digest() {
      endBlock();
      return sha256(new TextEncoder().encode(hashes.join('')));
    },
  };
}
