/** Huffman codes of limited length, as deflate wants them: by lengths, canonical, bits reversed (RFC 1951, 3.2.2). */

export interface HuffmanCode {
  /** Length of each symbol's code in bits; 0 where the symbol does not occur. */
  readonly lengths: Uint8Array;
  /** Each symbol's code with its first bit lowest. */
  readonly bits: Uint16Array;
}

/** The code for symbols that occur so many times; `limit`: most bits of a code. Ties go by symbol, so it is always the same. */
export function buildCode(counts: Uint32Array, limit: number): HuffmanCode {
  const lengths = limitedLengths(counts, limit);
  return { lengths, bits: canonicalBits(lengths, limit) };
}

function limitedLengths(counts: Uint32Array, limit: number): Uint8Array {
  const lengths = new Uint8Array(counts.length);
  const order = symbolsByCount(counts);
  const perLength = limitDepths(leafDepths(counts, order), limit);
  let rank = order.length;
  for (let length = 1; length <= limit; length++) {
    for (let i = 0; i < (perLength[length] as number); i++) lengths[order[--rank] as number] = length;
  }
  return lengths;
}

/**
 * Symbols that occur, rarest first; a symbol is less than 512. Where fewer than two occur, others stand in for them: some
 * decoders take no code that leaves bit patterns without a meaning.
 */
function symbolsByCount(counts: Uint32Array): Uint16Array {
  const keys: number[] = [];
  for (let symbol = 0; symbol < counts.length; symbol++) {
    const count = counts[symbol] as number;
    if (count > 0) keys.push(count * 512 + symbol);
  }
  for (let symbol = 0; keys.length < 2; symbol++) if (counts[symbol] === 0) keys.push(512 + symbol);
  return Uint16Array.from(Float64Array.from(keys).sort(), (key) => key % 512);
}

/** Depth of each leaf of Huffman's tree by van Leeuwen's two queues: leaves in order, and inner nodes as they are made. */
function leafDepths(counts: Uint32Array, order: Uint16Array): Uint8Array {
  const leaves = order.length;
  const weight = new Float64Array(2 * leaves);
  const parent = new Uint16Array(2 * leaves);
  for (let i = 0; i < leaves; i++) weight[i] = counts[order[i] as number] as number;
  let leaf = 0;
  let inner = leaves;
  for (let node = leaves; node < 2 * leaves - 1; node++) {
    for (let side = 0; side < 2; side++) {
      const takeLeaf = leaf < leaves && (inner >= node || (weight[leaf] as number) <= (weight[inner] as number));
      const child = takeLeaf ? leaf++ : inner++;
      weight[node]! += weight[child] as number;
      parent[child] = node;
    }
  }
  const depths = new Uint8Array(2 * leaves);
  for (let node = 2 * leaves - 3; node >= 0; node--) depths[node] = (depths[parent[node] as number] as number) + 1;
  return depths.subarray(0, leaves);
}

/**
 * How many codes each length gets once none is longer than `limit`: leaves that lie deeper move up to it, and Kraft's
 * sum is brought back to one by splitting the deepest leaf above it, once for each leaf too many.
 */
function limitDepths(depths: Uint8Array, limit: number): Uint32Array {
  const perLength = new Uint32Array(limit + 1);
  for (const depth of depths) perLength[Math.min(depth, limit)]!++;
  let excess = -(1 << limit);
  for (let length = 1; length <= limit; length++) excess += (perLength[length] as number) << (limit - length);
  while (excess > 0) {
    let length = limit - 1;
    while (perLength[length] === 0) length--;
    perLength[length]!--;
    perLength[length + 1]! += 2;
    perLength[limit]!--;
    excess--;
  }
  return perLength;
}

function canonicalBits(lengths: Uint8Array, limit: number): Uint16Array {
  const next = new Uint16Array(limit + 2);
  for (const length of lengths) if (length > 0) next[length + 1]!++;
  for (let length = 1; length <= limit; length++) {
    next[length + 1] = ((next[length] as number) + (next[length + 1] as number)) << 1;
  }
  const bits = new Uint16Array(lengths.length);
  for (let symbol = 0; symbol < lengths.length; symbol++) {
    const length = lengths[symbol] as number;
    if (length > 0) bits[symbol] = reversed(next[length]!++, length);
  }
  return bits;
}

function reversed(code: number, length: number): number {
  let out = 0;
  for (let i = 0; i < length; i++) out |= ((code >> i) & 1) << (length - 1 - i);
  return out;
}
