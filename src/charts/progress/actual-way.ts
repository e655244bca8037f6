import { decodeExact, encodeExact, type ExactString } from "../../number/exact-string.js";
import { at } from "../../number/invariant.js";
import { add, compare, sum, ZERO, type Ratio } from "../../number/ratio.js";
import { parseWrittenDay } from "../../plan/dates.js";
import { parseQuantity } from "../../schema/quantity.js";
import type { Closing, Snapshot } from "../../plan/snapshot.js";
import { formatDay } from "../../calendar/day.js";
import type { ProgressPoint } from "./picture.js";

/** The way to where the outcome is, as far as its days are known. */
interface ActualWay {
  /** The amount by the end of each day that is known; the last one is now. */
  readonly points: readonly ProgressPoint[];
  /** Whether an amount stays until the next point. */
  readonly steps: boolean;
}

/** The way to where the outcome is now: readings of the metric, dated wins that add up to it, or the last point alone. */
export function actualWay(now: ExactString, snapshot: Snapshot, first: string): ActualWay {
  const { asOf, outcome = [], won } = snapshot;
  const end = { on: asOf, amount: now };
  if (outcome.length > 0) {
    const readings = outcome.map(({ on, value }) => ({ on, amount: encodeExact(parseQuantity(value)) }));
    const sorted = readings.filter(({ on }) => on < asOf).sort((one, other) => (one.on < other.on ? -1 : 1));
    return { points: [...sorted, end], steps: false };
  }
  const wins = typeof won === "object" ? won : [];
  const worths = [
    wins.map(({ value }) => (value === undefined ? ZERO : parseQuantity(value))),
    wins.map(() => ONE_WIN),
  ];
  const worth = worths.find((each) => each.length > 0 && compare(sum(each), decodeExact(now)) === 0);
  return { points: worth === undefined ? [end] : [...climb(wins, worth, first), end], steps: true };
}

const ONE_WIN = parseQuantity(1);

/** What the wins come to by the end of each day that has some, from nothing on the evening before the first day. */
function climb(wins: readonly Closing[], worth: readonly Ratio[], first: string): ProgressPoint[] {
  const dated = wins.map(({ on }, index) => ({ on, worth: at(worth, index) }));
  const days = [...new Set(dated.map(({ on }) => on))].sort();
  let total = ZERO;
  const points = days.map((day) => {
    total = dated.filter(({ on }) => on === day).reduce((all, each) => add(all, each.worth), total);
    return { on: day, amount: encodeExact(total) };
  });
  return [{ on: formatDay(parseWrittenDay(first) - 1), amount: "0" }, ...points];
}
