/**
 * The products of two lists of whole numbers from 0, as polynomials: place n of the result is Σ a[k] · b[n − k], up to
 * `size` places.
 *
 * Kronecker substitution: each list is written into one huge integer, its numbers far enough apart that sums cannot meet;
 * one multiplication, which the engine does in far less than size² steps, then holds every place of the result.
 */
export function convolveBig(a: readonly bigint[], b: readonly bigint[], size: number): bigint[] {
  if (size === 0) return [];
  const digits = digitsFor(a, b);
  const product = pack(a.slice(0, size), digits) * pack(b.slice(0, size), digits);
  return unpack(product, digits, size);
}

/** Hexadecimal digits that hold the largest sum of products there can be. */
function digitsFor(a: readonly bigint[], b: readonly bigint[]): number {
  const largest = greatest(a) * greatest(b) * BigInt(Math.min(a.length, b.length) || 1);
  return largest.toString(16).length;
}

function greatest(list: readonly bigint[]): bigint {
  return list.reduce((most, value) => (value > most ? value : most), 0n);
}

/** Place 0 is the lowest: the text runs from the last place to the first. */
function pack(list: readonly bigint[], digits: number): bigint {
  const zero = "0".repeat(digits);
  let text = "";
  for (let place = list.length - 1; place >= 0; place -= 1) {
    const value = list[place] ?? 0n;
    text += value === 0n ? zero : value.toString(16).padStart(digits, "0");
  }
  return text === "" ? 0n : BigInt(`0x${text}`);
}

function unpack(product: bigint, digits: number, size: number): bigint[] {
  const text = product.toString(16).padStart(digits * size, "0");
  const result: bigint[] = [];
  for (let place = 0, end = text.length; place < size; place += 1, end -= digits) {
    result.push(BigInt(`0x${text.slice(end - digits, end)}`));
  }
  return result;
}
