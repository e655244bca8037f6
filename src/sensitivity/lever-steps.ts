import { ceiling } from "../number/ceiling.js";
import { encodeExact } from "../number/exact-string.js";
import { add, compare, multiply, ONE, ratio, smaller, type Ratio } from "../number/ratio.js";
import { parseLag, type LagInput } from "../plan/lag.js";
import type { ReadonlyData } from "../schema/readonly-data.js";
import { parseQuantity, type Quantity } from "../schema/quantity.js";
import { parseRate, type RateInput } from "../plan/rate.js";
import type { Movable } from "./movable.js";

/** One step of a lever: what is added, and what is then written. */
export interface WrittenStep {
  readonly by: "+10%" | "+1 point" | "+1 day" | "+1 person";
  readonly to: unknown;
}

const MORE = ratio(11, 10);
const POINT = ratio(1, 100);

/** A tenth more and, for a rate, one point more; a rate stops at 100%. Lags grow by whole days, teams by whole people. */
export function listLeverSteps({ kind, path }: Movable, now: unknown): readonly WrittenStep[] {
  if (kind === "lag") return lagSteps(now as ReadonlyData<LagInput>);
  if (kind === "headcount") return headcountSteps(Number(now));
  const key = path.at(-1);
  if (kind === "rate" || key === "rate" || key === "newCustomers")
    return rateSteps(parseRate(now as RateInput));
  return [{ by: "+10%", to: encodeExact(multiply(MORE, parseQuantity(now as Quantity))) }];
}

function rateSteps(now: Ratio): WrittenStep[] {
  if (compare(now, ONE) >= 0) return [];
  return [
    { by: "+10%", to: encodeExact(smaller(ONE, multiply(MORE, now))) },
    { by: "+1 point", to: encodeExact(smaller(ONE, add(now, POINT))) },
  ];
}

function headcountSteps(now: number): WrittenStep[] {
  const tenth = Number(ceiling(multiply(MORE, ratio(now))));
  const one: WrittenStep = { by: "+1 person", to: now + 1 };
  return tenth === now + 1 ? [one] : [{ by: "+10%", to: tenth }, one];
}

/** Days are whole: a tenth more is rounded up to them. */
function lagSteps(now: ReadonlyData<LagInput>): WrittenStep[] {
  if (typeof now === "object" && "median" in now) {
    const longer = (days: Quantity): string => encodeExact(multiply(MORE, parseQuantity(days)));
    return [{ by: "+10%", to: { median: longer(now.median), p90: longer(now.p90) } }];
  }
  if (typeof now === "object") {
    return [
      {
        by: "+1 day",
        to: now.map((row) => ({ ...row, days: encodeExact(add(ONE, parseQuantity(row.days))) })),
      },
    ];
  }
  const lag = parseLag(now);
  const days = lag.kind === "calendar" ? lag.first : lag.days;
  const tenth = Number(ceiling(multiply(MORE, ratio(days))));
  const written = (count: number): unknown => (lag.kind === "calendar" ? count : `${count} working days`);
  const one: WrittenStep = { by: "+1 day", to: written(days + 1) };
  return days === 0 || tenth === days + 1 ? [one] : [{ by: "+10%", to: written(tenth) }, one];
}
