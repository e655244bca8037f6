import { ceiling } from "../number/ceiling.js";
import { encodeExact } from "../number/exact-string.js";
import { add, multiply, ONE, ratio, type Ratio } from "../number/ratio.js";
import { parseLag, type LagInput } from "../plan/lag.js";
import type { ReadonlyData } from "../schema/readonly-data.js";
import { parseQuantity, type Quantity } from "../schema/quantity.js";

/** A lag that is longer by a step, as a plan writes it. */
interface LongerLag {
  readonly by: "+10%" | "+1 day";
  readonly to: unknown;
}

/** The lags that are one step longer than a written one, in its own form. Days are whole: a tenth more is rounded up to them. */
export function listLongerLags(now: ReadonlyData<LagInput>, more: Ratio): readonly LongerLag[] {
  if (typeof now === "object" && "median" in now) {
    const longer = (days: Quantity): string => encodeExact(multiply(more, parseQuantity(days)));
    return [{ by: "+10%", to: { median: longer(now.median), p90: longer(now.p90) } }];
  }
  if (typeof now === "object") {
    const later = (days: Quantity): string => encodeExact(add(ONE, parseQuantity(days)));
    return [{ by: "+1 day", to: now.map((row) => ({ ...row, days: later(row.days) })) }];
  }
  const lag = parseLag(now);
  const days = lag.kind === "calendar" ? lag.first : lag.days;
  const tenth = Number(ceiling(multiply(more, ratio(days))));
  const written = (count: number): unknown => (lag.kind === "calendar" ? count : `${count} working days`);
  const one: LongerLag = { by: "+1 day", to: written(days + 1) };
  return days === 0 || tenth === days + 1 ? [one] : [{ by: "+10%", to: written(tenth) }, one];
}
