import type { Rate, Units } from "../number/measure.js";
import type { Day } from "../calendar/day.js";
import { at, must } from "../number/invariant.js";
import { add, divide, multiply, ONE, ratio, sum, ZERO, type Ratio, type Whole } from "../number/ratio.js";
import type { WorkingCalendar } from "../calendar/working-days.js";
import type { Series } from "../lag/series.js";
import { loopAround, shareBack } from "./back-inflow.js";
import { openGroups } from "./pipeline-groups.js";
import { comingBack, goingOn, type GoingOn, type PipelineUnits } from "./pipeline-units.js";
import type { MovingStage, PlanTime } from "./stage-time.js";

/** What open work is expected to bring. */
export interface PipelineWins {
  /** Expected wins within the period; the units of channels with fixed units are not among them. */
  readonly wins: Units;
  /** Units that should have gone on before; they are worth nothing. */
  readonly overdue: readonly PipelineUnits[];
  /** Stages with open units whose chances were cut to twelve digits, by index. */
  readonly cut: ReadonlySet<number>;
}

/** The funnel in time that open work goes on through; without `time` (a period without dates) all that converts counts. */
interface PipelineCourse {
  readonly flow: readonly (MovingStage & { readonly landing: Series | undefined })[];
  readonly time: PlanTime | undefined;
  readonly calendar: WorkingCalendar;
}

/** How many wins open work, as it is on the morning of `from`, brings within the period. */
export function computePipelineWins(
  open: readonly PipelineUnits[],
  { flow, time, calendar }: PipelineCourse,
  from: Day,
): PipelineWins {
  const winsOf = winsOfOpenUnit({ flow, time, calendar }, from);
  const overdue = new Set<PipelineUnits>();
  const cut = new Set<number>();
  const wins = openGroups(open).map(({ stage: index, entered, members }) => {
    const each = winsOf(index, entered);
    if (each === null) for (const units of members) overdue.add(units);
    if (each?.cut === true) cut.add(index);
    if (each === null || at(flow, index).inUnitsChannel) return ZERO;
    return multiply(sum(members.map(({ units, worth }) => multiply(units, worth))), each.wins);
  });
  return { wins: sum(wins), overdue: open.filter((units) => overdue.has(units)), cut };
}

/** What one open unit brings, and whether its chances were cut to twelve digits. */
interface OpenUnitWins {
  readonly wins: Ratio;
  readonly cut: boolean;
}

/** The wins of one unit at a stage that entered it on a day, as it is on the morning of `from`; null for an overdue one. */
export function winsOfOpenUnit(
  { flow, time, calendar }: PipelineCourse,
  from: Day,
): (index: number, entered: Day | undefined) => OpenUnitWins | null {
  const backward = worthBack(flow, time);
  return (index, entered) => {
    const stage = at(flow, index);
    if (time === undefined) {
      const each = divide(stage.winsPerUnit, stage.entriesEach);
      return { wins: add(each, backward.sharesFrom(index)), cut: false };
    }
    const going = goingOn(stage, entered, from, calendar);
    if (going === null) return null;
    const { cut } = going;
    if (stage.inUnitsChannel) return { wins: ZERO, cut };
    const next = stage.next < 0 ? undefined : at(flow, stage.next);
    const after = next === undefined ? ONE : next.winsPerUnit;
    const chances = next === undefined ? time.won : must(next.landing, "when entries of a stage land");
    const onward = multiply(going.chance, multiply(after, landingShare(going, time, chances)));
    return { wins: add(onward, backward.of(stage, going, entered, from, calendar)), cut };
  };
}

type CourseStage = PipelineCourse["flow"][number];

/**
 * What the way back of open units of a loop is worth: the share of them that is lost where the loop ends and comes back, by
 * the wins of a unit that arrives where it begins. What comes later is told from there.
 */
function worthBack(flow: PipelineCourse["flow"], time: PlanTime | undefined) {
  const loopOf = (stage: CourseStage) => {
    const loop = loopAround(flow, stage);
    return loop === undefined ? undefined : { ...loop, to: at(flow, loop.to.index) };
  };
  /** The wins of the units at a stage of a loop that come back from its end, without time. */
  const sharesFrom = (index: number): Ratio => {
    const loop = loopOf(at(flow, index));
    if (loop === undefined) return ZERO;
    const passed = flow.slice(index, loop.from.index).map(({ rate }) => rate);
    return [...passed, shareBack(loop), loop.to.winsPerUnit].reduce(multiply, ONE);
  };
  /** By day: the share of what enters a stage of a loop, and comes back, that is won in time. */
  const landingFrom = (
    { to, from }: NonNullable<ReturnType<typeof loopOf>>,
    index: number,
    { mover }: PlanTime,
  ) => {
    const end = mover.backward(must(to.landing, "when entries of a stage land"), from.backLag);
    const passed = flow.slice(index, from.index).reverse();
    return passed.reduce((worth, { lag }) => mover.backward(worth, lag), end);
  };
  const of = (
    stage: CourseStage,
    going: GoingOn,
    entered: number | undefined,
    morning: number,
    calendar: WorkingCalendar,
  ): Ratio => {
    const loop = loopOf(stage);
    if (loop === undefined || time === undefined) return ZERO;
    if (stage.index < loop.from.index) {
      const landing = landingShare(going, time, landingFrom(loop, stage.index + 1, time));
      return multiply(multiply(going.chance, sharesFrom(stage.index + 1)), landing);
    }
    const back = comingBack(stage, loop.comesBack.rate, entered, morning, calendar);
    if (back === null) return ZERO;
    const landing = landingShare(back, time, must(loop.to.landing, "when entries of a stage land"));
    return multiply(multiply(back.chance, loop.to.winsPerUnit), landing);
  };
  return { sharesFrom, of };
}

/** Σ weight · chance of landing on the day it goes on, as an exact share. */
function landingShare({ from, lag }: GoingOn, { mover }: PlanTime, chances: Series): Rate {
  const offset = from - mover.axis.first + lag.first;
  let total = 0n;
  // What goes on beyond the axis is not won in the period.
  const rows = Math.min(lag.weights.length, chances.values.length - offset);
  for (let later = 0; later < rows; later += 1) {
    const [weight, chance] = [at(lag.weights, later), at<Whole>(chances.values, offset + later)];
    if (weight !== 0 && chance !== 0 && chance !== 0n) total += BigInt(weight) * BigInt(chance);
  }
  return ratio(total, BigInt(lag.scale) * BigInt(chances.scale));
}
