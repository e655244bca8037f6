import { divide, multiply, ratio, timesWhole, ZERO, type Ratio } from "../number/ratio.js";
import type { Inflow } from "../model/inflow.js";
import { mergedInflows } from "../model/merged-inflow.js";

/** Units that have entered by the end of each day of the axis, one exact number a day. */
export function cumulative(inflows: readonly Inflow[], size: number): readonly Ratio[] {
  const timed = inflows.filter(({ series, whole }) => series !== undefined && whole !== 0);
  const [all] = mergedInflows(timed);
  if (all?.series === undefined) return new Array<Ratio>(size).fill(ZERO);
  const each = divide(all.amount, multiply(ratio(all.whole), ratio(all.series.scale)));
  let entered = 0n;
  let reached: Ratio = ZERO;
  return Array.from({ length: size }, (_, day) => {
    const value = all.series?.values[day] ?? 0;
    if (value === 0 || value === 0n) return reached;
    entered += BigInt(value);
    return (reached = timesWhole(each, entered));
  });
}
