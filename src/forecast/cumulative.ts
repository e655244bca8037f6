import { add, multiply, ratio, ZERO, type Ratio } from "../number/ratio.js";
import type { Inflow } from "../model/inflow.js";

/** Units that have entered by the end of each day of the axis, one exact number a day. */
export function cumulative(inflows: readonly Inflow[], size: number): readonly Ratio[] {
  const totals: Ratio[] = new Array<Ratio>(size).fill(ZERO);
  for (const { amount, series, whole } of inflows) {
    if (series === undefined || whole === 0) continue;
    const scale = BigInt(whole) * BigInt(series.scale);
    let entered = 0n;
    let share: Ratio = ZERO;
    for (let day = 0; day < size; day += 1) {
      const value = series.values[day] ?? 0;
      if (value !== 0 && value !== 0n) {
        entered += BigInt(value);
        share = multiply(amount, ratio(entered, scale));
      }
      totals[day] = add(totals[day] ?? ZERO, share);
    }
  }
  return totals;
}
