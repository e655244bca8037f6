import type { Chance } from "../../chance/chance.js";
import { chanceOfEveryMonth } from "../../chance/every-month.js";
import { exactWins } from "../../model/bridge.js";
import type { CompiledPlan } from "../../model/compile.js";
import { monthView } from "../../model/month-view.js";
import { ceiling } from "../../number/ceiling.js";
import { at } from "../../number/invariant.js";
import { nearestNumber } from "../../number/nearest-number.js";
import { equal, larger, ONE, ZERO } from "../../number/ratio.js";
import { sumWhole } from "../../number/whole.js";
import { parseSpread } from "../../plan/spread.js";
import { computeVolumes, type Volumes } from "../../schedule/volumes.js";
import { readAmountInputs } from "./amount-inputs.js";
import { neededWins, type NeededWins } from "./needed-wins.js";
import { isOnlyLuck, type MostWins } from "./plan-chance.js";
import { unitsBySpan, type SpanUnits } from "./units-by-span.js";
import type { OwnValue } from "./win-value.js";

/**
 * How sure is it that every month reaches its own goal, where the goal holds for each of them and this work is done?
 *
 * A win counts in the month in which it is won, whichever month its work was planned for. Rates are one draw for all months.
 *
 * @param mostWins more wins in a month than that are not worked out
 * @returns undefined where that would take too long
 */
export function chanceOfEachMonth(
  compiled: CompiledPlan,
  volumes: Volumes,
  mostWins: MostWins,
): Chance | undefined {
  const { inputs, units, known } = unitsBySpan(
    compiled,
    volumes,
    compiled.months.map(({ first, last, bridge }) => ({ first, last, keep: bridge.keep })),
  );
  const { stages } = inputs;
  const amount = readAmountInputs(monthView(compiled, 0));
  const most = isOnlyLuck(compiled, inputs, known, amount) ? mostWins.byLuck : mostWins.uncertain;
  const needed = compiled.months.map((_, month) => neededIn(compiled, month, units, most));
  const each = needed.filter((month) => month !== undefined);
  if (each.length < needed.length) return undefined;
  const { size, monthly } = parseSpread(compiled.plan.spread ?? 0);
  const found = chanceOfEveryMonth({
    stages: stages.map(({ next }, place) => ({ next, rate: at(known.rates, place) })),
    shared: known.shared,
    spread: nearestNumber(size),
    isMonthly: monthly,
    units,
    notEnough: each.map(({ notEnough }) => notEnough),
  });
  if (found === undefined) return undefined;
  return { chance: found.chance, error: each.reduce((all, { error }) => all + error, found.error) };
}

/** The work without any margin: each month's wins without its buffer. */
export function withoutBuffer(compiled: CompiledPlan): Volumes {
  const months = compiled.months.map((month) => ({
    ...month,
    wins: ceiling(larger(ZERO, exactWins(month.bridge) ?? ZERO)),
  }));
  return computeVolumes({ ...compiled, months }, sumWhole(months.map(({ wins }) => wins)));
}

/** How many wins are enough in a month, and how surely. */
function neededIn(
  compiled: CompiledPlan,
  month: number,
  units: readonly SpanUnits[],
  most: number,
): NeededWins | undefined {
  const own: OwnValue[] = [];
  let others = 0;
  for (const { count, worth, wins } of units) {
    const weight = count * at(wins, month);
    if (equal(worth, ONE)) others += weight;
    else own.push({ worth, weight });
  }
  return neededWins({ amount: readAmountInputs(monthView(compiled, month)), own, others, most });
}
