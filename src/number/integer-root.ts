/**
 * The greatest whole number whose `degree`-th power is not above `value`: its root, rounded down.
 *
 * @param value whole number from 0 (included)
 * @param degree whole number from 1 (included)
 *
 * @example
 * ```ts
 * integerRoot(30n, 3); // => 3n
 * ```
 */
export function integerRoot(value: bigint, degree: number): bigint {
  if (value < 2n || degree === 1) return value;
  const [n, less] = [BigInt(degree), BigInt(degree - 1)];
  // Newton's steps fall from any start above the root, and stop at it.
  let root = 1n << BigInt(Math.ceil(value.toString(2).length / degree));
  for (;;) {
    const next = (less * root + value / root ** less) / n;
    if (next >= root) return root;
    root = next;
  }
}
