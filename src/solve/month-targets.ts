import { formatDay } from "../calendar/day.js";
import { toCount } from "../model/count.js";
import type { CompiledMonth, CompiledPlan } from "../model/compile.js";
import { exactWins } from "../model/bridge.js";
import { encodeExact } from "../number/exact-string.js";
import { at, must } from "../number/invariant.js";
import { add, ZERO, type Ratio, type Whole } from "../number/ratio.js";
import { parseQuantity } from "../schema/quantity.js";
import { perDayFor } from "../schedule/effort.js";
import { countOrNull } from "../schedule/stage-target.js";
import type { Volumes } from "../schedule/volumes.js";
import type { WholeUnits } from "../schedule/whole-units.js";
import type { BridgeItem, MonthTargets } from "./answer.js";
import { buildBridgeItems } from "./bridge-items.js";

/** What each month asks for, where the goal holds for each of them. */
export function buildMonthTargets(
  { months, flow }: CompiledPlan,
  volumes: Volumes,
  units: readonly WholeUnits[],
): readonly MonthTargets[] {
  return months.map((month, index): MonthTargets => {
    const own = at(volumes.months ?? [], index);
    return {
      month: month.name,
      start: formatDay(month.first),
      end: formatDay(month.last),
      amount: encodeExact(month.bridge.goal),
      wins: toCount(own.wins, ["goal", "amount"]),
      exactWins: encodeExact(must(exactWins(month.bridge), "the wins of a plan with targets")),
      bridge: buildBridgeItems(month.bridge),
      fromPipeline: encodeExact(month.openWins),
      stages: flow.map((stage) => {
        const volume = at(own.stages, stage.index);
        const whole = at<Whole>(at(units, stage.index).months ?? [], index);
        return {
          stage: stage.name,
          exact: encodeExact(volume.exact),
          total: toCount(whole, stage.path),
          perDay: countOrNull(perDayFor(volume, windowOf(month, stage.index)), stage.path),
        };
      }),
    };
  });
}

function windowOf({ flow }: CompiledMonth, stage: number) {
  return at(flow, stage).window;
}

/** The order of the steps of a bridge. */
const ITEMS: readonly BridgeItem["item"][] = [
  ...(["goal", "base", "churn", "expansion", "contraction", "repeat"] as const),
  ...(["new customers lost", "already reached", "buffer", "whole win"] as const),
];

/** The steps of all months added up, item by item: they too add up to the wins. */
export function sumOfBridges(bridges: readonly (readonly BridgeItem[])[]): readonly BridgeItem[] {
  const steps = bridges.flat();
  const sumOf = (item: BridgeItem["item"], read: (step: BridgeItem) => string): Ratio =>
    steps.reduce((all, step) => (step.item === item ? add(all, parseQuantity(read(step))) : all), ZERO);
  return ITEMS.filter((item) => steps.some((step) => step.item === item)).map((item) => ({
    item,
    amount: encodeExact(sumOf(item, ({ amount }) => amount)),
    wins: encodeExact(sumOf(item, ({ wins }) => wins)),
  }));
}
