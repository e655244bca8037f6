/**
 * The least whole step above `low`, up to `high` (included), for which `holds` is true, where it stays true once it is;
 * undefined when it is false even at `high`. Looks near `low` first, in strides that double: small mends are common, and
 * far ones (ten more years) are dear to try.
 */
export function leastStep(low: number, high: number, holds: (step: number) => boolean): number | undefined {
  let below = low;
  let stride = 1;
  while (below < high) {
    const above = Math.min(high, below + stride);
    if (holds(above)) return firstBetween(below, above, holds);
    below = above;
    stride *= 2;
  }
  return undefined;
}

/** The least step for which `holds` is true, false at `below` and true at `above`. */
function firstBetween(below: number, above: number, holds: (step: number) => boolean): number {
  let low = below;
  let high = above;
  while (high - low > 1) {
    const middle = low + Math.floor((high - low) / 2);
    if (holds(middle)) high = middle;
    else low = middle;
  }
  return high;
}

/** The greatest whole step from 0 to `high` (both included) for which `holds` is true; undefined when it is not at 0. */
export function greatestStep(high: number, holds: (step: number) => boolean): number | undefined {
  if (!holds(0)) return undefined;
  const firstWrong = leastStep(0, high, (step) => !holds(step));
  return firstWrong === undefined ? high : firstWrong - 1;
}
