import type { WorkingCalendar } from "../calendar/working-days.js";
import type { Series } from "../lag/series.js";
import { at } from "../number/invariant.js";
import {
  add,
  compare,
  divide,
  isPositive,
  isZero,
  larger,
  multiply,
  ONE,
  ratio,
  smaller,
  subtract,
  sum,
  ZERO,
  type Ratio,
  type Whole,
} from "../number/ratio.js";
import { earnedOn } from "./earned-months.js";
import type { CompiledDeal } from "./deal.js";
import type { EntryShape, WindowedStage } from "./entry-shapes.js";
import { unitsBrought } from "./flow.js";
import { computeNeeds } from "./needs.js";
import { startedByOneMore } from "./level-costs.js";
import { inUnitsChannels } from "./onward-inflow.js";
import { pipelineInflows } from "./pipeline-inflow.js";
import type { PipelineUnits } from "./pipeline-units.js";
import type { PipelineWins } from "./pipeline-wins.js";
import type { PlanTime } from "./stage-time.js";
import { startedUnits } from "./started-units.js";
import { valueOn } from "./mover.js";
import { dayWeights, wholeReach, type StageWindow } from "./windows.js";

/** What the months that wins pay are worked out from. */
export interface EarningFlow {
  readonly flow: readonly WindowedStage[];
  readonly winEntries: readonly EntryShape[];
  readonly winWindow: StageWindow;
  readonly time: PlanTime | undefined;
  readonly calendar: WorkingCalendar;
  readonly workFrom: number | undefined;
  readonly pipeline: readonly PipelineUnits[];
  readonly pipelineWins: PipelineWins;
}

/**
 * What does a win bring within the period where so much is to be earned in all?
 *
 * What a win pays in a month × the months that an average win pays. The wins of the pipeline come first, then those of the level
 * work on each path, each with the days on which they come. So many wins are looked for that bring the amount together, and
 * their months are divided by their number; of an amount of 0 or less that of a first win is told.
 */
export function earnedWorth(
  plan: EarningFlow,
  { monthly = ZERO }: Pick<CompiledDeal, "monthly">,
  amount: Ratio,
): Ratio {
  return isZero(monthly) ? ZERO : multiply(monthly, meanMonthsPaid(plan, divide(amount, monthly)));
}

/** The months of an average one of the wins that pay `wanted` months together. */
function meanMonthsPaid(plan: EarningFlow, wanted: Ratio): Ratio {
  const months = compileMonthsPaid(plan);
  const wins = isPositive(wanted) ? months.winsFor(wanted) : ONE;
  const paid = wins === undefined ? ZERO : months.of(wins);
  return wins === undefined || isZero(paid) ? evenMonths(plan) : divide(paid, wins);
}

/** For how many months so many wins pay within the period, all together. */
export function monthsOfWins(plan: EarningFlow, wins: Ratio): Ratio {
  return compileMonthsPaid(plan).of(wins);
}

/** The months that wins pay which need no new work: those of the pipeline, and of channels with fixed units. */
export function monthsBeside(plan: EarningFlow): Ratio {
  const { flow } = plan;
  const brought = [...monthsByOrigin(plan)].map(([origin, months]) => {
    const stage = at(flow, origin);
    return stage.isSource || stage.inUnitsChannel ? ZERO : multiply(unitsBrought(stage), months);
  });
  return add(monthsOfPipeline(plan), sum(brought));
}

interface MonthsPaid {
  readonly of: (wins: Ratio) => Ratio;
  /** The least number of wins that pay so many months; undefined where no number does. */
  readonly winsFor: (wanted: Ratio) => Ratio | undefined;
}

function compileMonthsPaid(plan: EarningFlow): MonthsPaid {
  const { flow, pipelineWins } = plan;
  const open = pipelineWins.wins;
  const ofOpen = isZero(open) ? ZERO : divide(monthsOfPipeline(plan), open);
  const each = monthsByOrigin(plan);
  const ofStarted = (started: readonly Ratio[]): Ratio =>
    sum([...each].map(([origin, months]) => multiply(at(started, origin), months)));
  const needs = (wins: Ratio) => computeNeeds(flow, larger(ZERO, subtract(wins, open))).entries;
  const of = (wins: Ratio): Ratio =>
    add(multiply(smaller(wins, open), ofOpen), ofStarted(startedUnits(flow, needs(wins))));
  const ofNext = (wins: Ratio): Ratio =>
    compare(wins, open) < 0 ? ofOpen : ofStarted(startedByOneMore(flow, needs(wins), ONE));
  return { of, winsFor: (wanted) => leastWins({ of, ofNext }, wanted) };
}

/**
 * Months grow with wins along straight lines, with a bend where the pipeline, or what a channel brings, is used up. The line of
 * a number of wins that is too small leads to the answer, or beyond a bend; then the way to there is halved.
 */
function leastWins(
  { of, ofNext }: { readonly of: (wins: Ratio) => Ratio; readonly ofNext: (wins: Ratio) => Ratio },
  wanted: Ratio,
): Ratio | undefined {
  let tooFew = ZERO;
  let tooMany: Ratio | undefined;
  for (;;) {
    const slope = ofNext(tooFew);
    if (!isPositive(slope)) return undefined;
    const reached = add(tooFew, divide(subtract(wanted, of(tooFew)), slope));
    const wins: Ratio =
      tooMany !== undefined && compare(reached, tooMany) >= 0
        ? divide(add(tooFew, tooMany), ratio(2))
        : reached;
    const order = compare(of(wins), wanted);
    if (order === 0) return wins;
    if (order < 0) tooFew = wins;
    else tooMany = wins;
  }
}

/** For how many months a unit that starts at a stage pays within the period, by the index of the stage. */
function monthsByOrigin(plan: EarningFlow): ReadonlyMap<number, Ratio> {
  const { flow, winEntries, time } = plan;
  return new Map(
    winEntries.map(({ origin, series, whole }) => {
      const stage = at(flow, origin);
      const months =
        series === undefined || time === undefined || isZero(stage.window.landing)
          ? evenMonths(plan)
          : divide(monthsOf(series, time), ratio(whole));
      return [origin, multiply(stage.winsPerUnit, months)];
    }),
  );
}

/** For how many months the wins of the pipeline pay within the period, all together. */
export function monthsOfPipeline(plan: EarningFlow): Ratio {
  const { time, pipeline } = plan;
  if (time === undefined) return ZERO;
  const { wins } = pipelineInflows(plan, pipeline, ({ worth }) => worth, inUnitsChannels);
  return sum(
    wins.map(({ amount, series, whole }) =>
      series === undefined || whole === 0
        ? ZERO
        : multiply(amount, divide(monthsOf(series, time), ratio(whole))),
    ),
  );
}

const known = new WeakMap<Series, Ratio>();

/** Σ wins of a day · months that a win of the day pays. */
function monthsOf(series: Series, { earned, mover: { axis } }: PlanTime): Ratio {
  if (earned === undefined) return ZERO;
  const before = known.get(series);
  if (before !== undefined) return before;
  let total = 0n;
  series.values.forEach((value: Whole, index: number) => {
    if (value === 0 || value === 0n) return;
    total += BigInt(value) * BigInt(valueOn(earned, axis, axis.first + index));
  });
  const months = ratio(total, BigInt(series.scale) * BigInt(earned.scale));
  known.set(series, months);
  return months;
}

/** The months of a win where wins come level over the working days of the period. */
function evenMonths({ winWindow, time }: EarningFlow): Ratio {
  const whole = wholeReach(winWindow);
  const earned = time?.earned;
  if (time === undefined || earned === undefined) return ZERO;
  const { axis } = time.mover;
  // Without a working day nothing can be won; a win of the last day stands for all.
  if (whole === 0) return earnedOn(earned, axis, axis.last);
  const weights = dayWeights(winWindow);
  let total = 0n;
  winWindow.days.forEach((day, index) => {
    total += BigInt(at<Whole>(weights, index)) * BigInt(valueOn(earned, axis, day));
  });
  return ratio(total, BigInt(whole) * BigInt(earned.scale));
}
