/**
 * The least whole step above `low`, up to `high` (included), for which `holds` is true, where it stays true once it is;
 * undefined when it is false even at `high`.
 */
export function leastStep(low: number, high: number, holds: (step: number) => boolean): number | undefined {
  if (high <= low || !holds(high)) return undefined;
  let below = low;
  let above = high;
  while (above - below > 1) {
    const middle = below + Math.floor((above - below) / 2);
    if (holds(middle)) above = middle;
    else below = middle;
  }
  return above;
}

/** The greatest whole step from 0 to `high` (both included) for which `holds` is true; undefined when it is not at 0. */
export function greatestStep(high: number, holds: (step: number) => boolean): number | undefined {
  if (!holds(0)) return undefined;
  const firstWrong = leastStep(0, high, (step) => !holds(step));
  return firstWrong === undefined ? high : firstWrong - 1;
}
