import type { Count, Position, Rate, Units } from "../number/measure.js";
import type { Day } from "../calendar/day.js";
import { divide, equal, isZero, multiply, ONE, ratio, subtract, ZERO, type Ratio } from "../number/ratio.js";
import { sumWhole } from "../number/whole.js";
import { parseWrittenDay } from "../plan/dates.js";
import type { PipelineInput } from "../plan/plan.js";
import { parseQuantity } from "../schema/quantity.js";
import { addWorkingDays, type WorkingCalendar } from "../calendar/working-days.js";
import type { CalendarLag, LagTable } from "../lag/lag-table.js";
import { NO_LAG } from "../lag/read-lag.js";
import { inTwelveDigits } from "./twelve-digits.js";
import type { CompiledDeal } from "./deal.js";
import type { FlowStage } from "./flow.js";
import type { MovingStage } from "./stage-time.js";

/** Units that are in a stage before work begins: one item, or so many alike of unknown age. */
export interface PipelineUnits {
  readonly stage: Position;
  readonly units: Units;
  /** How many wins one of them counts for, once it is won: its own value ÷ the average one; 1 without a value. */
  readonly worth: Ratio;
  /** Its own value as written; undefined for a plain count, and where it has none. */
  readonly value: Ratio | undefined;
  readonly entered: Day | undefined;
  readonly expected: Day | undefined;
  /** The position in the list as written; undefined for a plain count. */
  readonly item: Position | undefined;
}

/** Reads open work into units by stage. */
export function compilePipeline(
  open: PipelineInput | undefined,
  flow: readonly FlowStage[],
  deal: CompiledDeal,
): readonly PipelineUnits[] {
  return flow.flatMap(({ name, index: stage }): readonly PipelineUnits[] => {
    const written = open !== undefined && Object.hasOwn(open, name) ? open[name] : undefined;
    if (written === undefined) return [];
    if (typeof written !== "object") {
      return [
        {
          stage,
          units: parseQuantity(written),
          worth: ONE,
          value: undefined,
          entered: undefined,
          expected: undefined,
          item: undefined,
        },
      ];
    }
    return written.map(({ entered, value, expected }, item) => ({
      stage,
      units: ONE,
      ...worthOf(deal, value === undefined ? undefined : parseQuantity(value)),
      entered: entered === undefined ? undefined : parseWrittenDay(entered),
      expected: expected === undefined ? undefined : parseWrittenDay(expected),
      item,
    }));
  });
}

/** An item with a value counts as value ÷ average value wins under money metrics, as one under counts. */
function worthOf({ average }: CompiledDeal, value: Ratio | undefined) {
  return { value, worth: value === undefined || average === undefined ? ONE : divide(value, average) };
}

/** When an open unit goes on: a factor, and a lag that begins on day `from`. */
export interface GoingOn {
  readonly chance: Rate;
  readonly from: Day;
  readonly lag: Pick<CalendarLag, "first" | "weights" | "scale">;
  /** Whether the chances were cut to twelve digits. */
  readonly cut: boolean;
}

/**
 * When does a unit go on that entered its stage some days ago and is still there on the morning of `from`?
 *
 * Of all that entered when it did, those that went on or were lost before are not this one: the chance r·f(a+k) of going
 * on k days later is divided by the chance of still being there, 1 − r·F(a−1) − (1−r)·G(a−1). Null for an overdue unit:
 * one that should have gone on before.
 *
 * The quotient has a denominator of its own for every age, and sums over many ages would grow without end. So where
 * something can have happened before, the chance of having gone on by each day is taken to twelve digits, rounded down:
 * too little by less than one win in a million million units, and never too much.
 */
export function goingOn(
  { rate, lag, lossLag, takesTime }: Pick<MovingStage, "rate" | "lag" | "lossLag" | "takesTime">,
  entered: Day | undefined,
  from: Day,
  calendar: WorkingCalendar,
): GoingOn | null {
  const known = ageOf({ lag, lossLag, takesTime }, entered, from, calendar);
  if (known === null) return null;
  const { gone, lost, left } = known;
  const there = subtract(subtract(ONE, multiply(rate, gone)), multiply(subtract(ONE, rate), lost));
  if (isZero(there)) return null;
  if (equal(there, ONE)) return { chance: rate, from, lag: left, cut: false };
  return { chance: ONE, from, ...inTwelveDigits(left, divide(rate, there)) };
}

/** What the days that a unit has been in its stage say of it, whatever the stage's rate. */
interface Age {
  /** Of those that go on, the share that has gone on by now. */
  readonly gone: Rate;
  /** Of those that are lost, the share that is lost by now; 0 where nothing is known of it. */
  readonly lost: Rate;
  /** When the others go on, counted from `from`; in parts of the whole lag. */
  readonly left: CalendarLag;
}

/** The age of a unit on the morning of `from`; null for an overdue one, of whose kind all have gone on. */
export function ageOf(
  { lag, lossLag, takesTime }: Pick<MovingStage, "lag" | "lossLag" | "takesTime">,
  entered: Day | undefined,
  from: Day,
  calendar: WorkingCalendar,
): Age | null {
  const start = entered === undefined || !takesTime ? from : entered;
  const table = fromDay(lag, start, calendar);
  const age = from - start;
  const gone = shareBefore(table, age);
  if (gone.num === gone.den) return null;
  const lost = lossLag === undefined ? ZERO : shareBefore(fromDay(lossLag, start, calendar), age);
  return { gone, lost, left: remainder(table, age) };
}

/** The lag that starts on this very day, counted in days of the calendar. */
function fromDay(lag: LagTable, start: Day, calendar: WorkingCalendar): CalendarLag {
  if (lag.kind === "calendar") return lag;
  return { ...NO_LAG, first: addWorkingDays(calendar, start, lag.days) - start };
}

function shareBefore({ first, weights, scale }: CalendarLag, age: Count): Rate {
  return ratio(sumWhole(weights.slice(0, Math.max(0, age - first))), scale);
}

/** What is left of a lag after so many days; its weights stay parts of the whole scale. */
function remainder(lag: CalendarLag, age: Count): CalendarLag {
  if (age <= lag.first) return { ...lag, first: lag.first - age };
  return { ...lag, first: 0, weights: lag.weights.slice(age - lag.first) };
}
