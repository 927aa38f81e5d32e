/**
 * In: a bundled script. Out: what it exports, started from the bytecode that an earlier run left beside it.
 *
 * Much of a cold run goes into compiling functions that were compiled a thousand times before; their bytecode spares a
 * part of that. V8 checks that bytecode is of its own version and flags, and compiles anew where it is not. It does not
 * check that it is whole, or of this very source, and crashes or errs where it is not: so a checksum over both stands
 * before it.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { Script } from 'node:vm';
import { crc32 } from 'node:zlib';

type ModuleFunction = (exports: object, require: NodeJS.Require, module: object, file: string, folder: string) => void;

/** What to do besides running the script. `keep`: leave the bytecode for the next run, at the end of this one. */
export type CompiledUse = 'run' | 'keep' | 'debug';

/** The checksum takes four bytes; eight keep the bytecode aligned as V8 wants it, or it would be copied. */
const HEAD_BYTES = 8;

/**
 * What V8 is told for a process that is over in a second or two, as measured on 24 pages:
 *
 * - A function runs eight times as much bytecode as usual before it is compiled to optimised code: most of what V8
 *   optimises meanwhile, on other threads, is never run long enough to pay for it. A quarter of the processor time.
 * - The heap grows by 30 % from one full collection to the next: 24 MB less at the peak, at no cost that could be measured.
 */
const SHORT_LIFE = ['--interrupt-budget=1000000', '--heap-growing-percent=30'] as const;

/** The version of V8 that this was measured on, Node 20's. Others keep their own settings. */
const MEASURED_V8 = /^11\./;

/**
 * Runs a CommonJS script and gives back its exports. With `debug` Node loads it in its own way, without bytecode, which
 * is the one way in which stacks show the lines of the source map.
 */
export function loadCompiledScript(file: string, use: CompiledUse): unknown {
  const require = createRequire(file);
  // Before the bytecode is read: it counts as another's where it was made under other flags.
  if (MEASURED_V8.test(process.versions.v8)) for (const flag of SHORT_LIFE) setFlagsFromString(flag);
  if (use === 'debug') return require(file);
  const source = readFileSync(file);
  const cachedData = use === 'run' ? readBytecode(file, source) : undefined;
  // On one line with the source's first, as Node itself does it, so that line numbers stay.
  const wrapped = `(function(exports,require,module,__filename,__dirname){${source.toString('utf8')}\n})`;
  const script = new Script(wrapped, { filename: file, ...(cachedData !== undefined && { cachedData }) });
  if (use === 'keep') process.once('exit', () => writeBytecode(file, source, script.createCachedData()));
  const module = { exports: {} };
  (script.runInThisContext() as ModuleFunction)(module.exports, require, module, file, dirname(file));
  return module.exports;
}

function readBytecode(file: string, source: Buffer): Buffer | undefined {
  try {
    const kept = readFileSync(bytecodeOf(file));
    const bytecode = kept.subarray(HEAD_BYTES);
    return kept.readUInt32LE(0) === checksum(source, bytecode) ? bytecode : undefined;
  } catch {
    // None there, or too short to hold a checksum.
    return undefined;
  }
}

function writeBytecode(file: string, source: Buffer, bytecode: Buffer): void {
  const head = Buffer.alloc(HEAD_BYTES);
  head.writeUInt32LE(checksum(source, bytecode));
  writeFileSync(bytecodeOf(file), Buffer.concat([head, bytecode]));
}

function checksum(source: Buffer, bytecode: Buffer): number {
  return crc32(bytecode, crc32(source));
}

function bytecodeOf(file: string): string {
  return `${file}.bytecode`;
}
