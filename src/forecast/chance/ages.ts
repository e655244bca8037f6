import type { Day } from "../../calendar/day.js";
import { addWorkingDays, type WorkingCalendar } from "../../calendar/working-days.js";
import type { LagTable } from "../../lag/lag-table.js";
import type { MovingStage } from "../../model/stage-time.js";
import { sharesOf } from "./landings.js";

/** What is left of the way from one stage to the next. */
interface LeftOfLag {
  /** Of those that go on, the share that has gone on before. */
  readonly gone: number;
  /** On which days the others do, in shares of all that ever go on. */
  readonly enters: readonly { readonly day: Day; readonly share: number }[];
}

/** A lag, read once for units of any age. */
export interface ReadLag {
  /** The days from entering to the first row. */
  readonly first: (entered: number) => number;
  readonly shares: Float64Array;
  /** What has gone on before each row. */
  readonly before: Float64Array;
}

/** Reads a lag in doubles. */
export function readLag(lag: LagTable, calendar: WorkingCalendar): ReadLag {
  const isTable = lag.kind === "calendar";
  const shares = isTable ? sharesOf(lag) : Float64Array.of(1);
  let sum = 0;
  return {
    first: isTable ? () => lag.first : (entered) => addWorkingDays(calendar, entered, lag.days) - entered,
    shares,
    before: shares.map((share) => (sum += share) - share),
  };
}

/** What is left of a lag on the morning of a day for units that entered on another; undefined where nothing is. */
export function leftOf(
  { first, shares, before }: ReadLag,
  entered: number,
  morning: number,
): LeftOfLag | undefined {
  const start = first(entered);
  const rows = Math.max(0, morning - entered - start);
  const gone = before[rows];
  if (gone === undefined) return undefined;
  const enters: { day: Day; share: number }[] = [];
  for (let row = rows; row < shares.length; row += 1) {
    const share = shares[row];
    if (share !== undefined && share > 0) enters.push({ day: entered + start + row, share });
  }
  return { gone, enters };
}

/** The day from which the age of a unit counts: a stage that takes no time, and an unknown day, make it fresh. */
export function entryOf({ takesTime }: MovingStage, entered: number | undefined, morning: number): number {
  return entered === undefined || !takesTime ? morning : entered;
}
