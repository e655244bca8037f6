import type { Rate, Units } from "../number/measure.js";
import type { Day } from "../calendar/day.js";
import { at, must } from "../number/invariant.js";
import { multiply, ONE, ratio, sum, ZERO, type Whole } from "../number/ratio.js";
import type { WorkingCalendar } from "../calendar/working-days.js";
import type { Series } from "../lag/series.js";
import { openGroups } from "./pipeline-groups.js";
import { goingOn, type GoingOn, type PipelineUnits } from "./pipeline-units.js";
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
  const overdue = new Set<PipelineUnits>();
  const cut = new Set<number>();
  const wins = openGroups(open).map(({ stage: index, entered, members }) => {
    const stage = at(flow, index);
    const becomes = sum(members.map(({ units, worth }) => multiply(units, worth)));
    if (time === undefined) return stage.inUnitsChannel ? ZERO : multiply(becomes, stage.winsPerUnit);
    const going = goingOn(stage, entered, from, calendar);
    if (going === null) for (const units of members) overdue.add(units);
    if (going?.cut === true) cut.add(index);
    if (going === null || stage.inUnitsChannel) return ZERO;
    const next = stage.next < 0 ? undefined : at(flow, stage.next);
    const after = next === undefined ? ONE : next.winsPerUnit;
    const chances = next === undefined ? time.won : must(next.landing, "when entries of a stage land");
    return multiply(multiply(becomes, going.chance), multiply(after, landingShare(going, time, chances)));
  });
  return { wins: sum(wins), overdue: open.filter((units) => overdue.has(units)), cut };
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
