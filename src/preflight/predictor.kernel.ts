/*
 * Undoes the predictors that make pictures pack better: PNG's filters (ISO/IEC 15948, 9) and TIFF's horizontal
 * differences (TIFF 6.0, section 14), as ISO 32000-1, 7.4.4.4 takes them over.
 */

export interface Prediction {
  /** 1 none, 2 TIFF, 10–15 PNG. */
  readonly predictor: number;
  readonly colors: number;
  readonly bits: number;
  readonly columns: number;
}

/** The bytes as they were before the predictor; as they are where the predictor is unknown or makes no sense. */
export function undoPredictor(bytes: Uint8Array, prediction: Prediction): Uint8Array {
  const { predictor, colors, bits, columns } = prediction;
  const bytesPerPixel = Math.max(1, (colors * bits) >> 3);
  const rowBytes = Math.ceil((colors * bits * columns) / 8);
  if (!(rowBytes > 0 && rowBytes <= bytes.length)) return bytes;
  if (predictor >= 10) return undoPng(bytes, rowBytes, bytesPerPixel);
  return predictor === 2 && bits === 8 ? undoTiff(bytes.slice(), rowBytes, bytesPerPixel) : bytes;
}

function undoTiff(bytes: Uint8Array, rowBytes: number, bytesPerPixel: number): Uint8Array {
  for (let row = 0; row + rowBytes <= bytes.length; row += rowBytes) {
    for (let x = bytesPerPixel; x < rowBytes; x++) bytes[row + x]! += bytes[row + x - bytesPerPixel]!;
  }
  return bytes;
}

function undoPng(bytes: Uint8Array, rowBytes: number, bytesPerPixel: number): Uint8Array {
  const rows = Math.floor(bytes.length / (rowBytes + 1));
  const out = new Uint8Array(rows * rowBytes);
  for (let row = 0; row < rows; row++) {
    const filter = bytes[row * (rowBytes + 1)] as number;
    const from = row * (rowBytes + 1) + 1;
    const to = row * rowBytes;
    for (let x = 0; x < rowBytes; x++) {
      const left = x >= bytesPerPixel ? (out[to + x - bytesPerPixel] as number) : 0;
      const up = row > 0 ? (out[to + x - rowBytes] as number) : 0;
      const upLeft = row > 0 && x >= bytesPerPixel ? (out[to + x - rowBytes - bytesPerPixel] as number) : 0;
      out[to + x] = (bytes[from + x] as number) + predict(filter, left, up, upLeft);
    }
  }
  return out;
}

function predict(filter: number, left: number, up: number, upLeft: number): number {
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  return filter === 4 ? paeth(left, up, upLeft) : 0;
}

function paeth(left: number, up: number, upLeft: number): number {
  const toLeft = Math.abs(up - upLeft);
  const toUp = Math.abs(left - upLeft);
  const toUpLeft = Math.abs(left + up - 2 * upLeft);
  if (toLeft <= toUp && toLeft <= toUpLeft) return left;
  return toUp <= toUpLeft ? up : upLeft;
}
