import type { Chance } from "../../chance/chance-meter.js";
import { chanceOfEveryMonth, type UnitsOfMonths } from "../../chance/every-month.js";
import { exactWins } from "../../model/bridge.js";
import type { CompiledMonth, CompiledPlan } from "../../model/compile.js";
import { monthView } from "../../model/month-view.js";
import { valueOn } from "../../model/mover.js";
import { computeLandingsBy } from "../../model/stage-time.js";
import { ceiling } from "../../number/ceiling.js";
import { at, must } from "../../number/invariant.js";
import { nearestNumber } from "../../number/nearest-number.js";
import { equal, larger, multiply, ONE, ratio, ZERO } from "../../number/ratio.js";
import { sumWhole } from "../../number/whole.js";
import { parseSpread } from "../../plan/spread.js";
import { computeEffort } from "../../schedule/effort.js";
import { computeVolumes, type Volumes } from "../../schedule/volumes.js";
import { readAmountInputs } from "./amount-inputs.js";
import { chanceOfUnit, readChanceInputs, winningShare, type ChanceInputs } from "./chance-inputs.js";
import { ratesBehind, winsThrough } from "./chance-rates.js";
import { neededWins, type NeededWins } from "./needed-wins.js";
import { isOnlyLuck, type MostWins } from "./plan-chance.js";
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
  const months = compiled.months.map((month, index) => inputsOf(compiled, month, index));
  const [first] = months;
  if (first === undefined) return undefined;
  const units = [...newUnits(compiled, first, volumes), ...openUnits(months)];
  const { stages } = first;
  const expected = units.map(({ stage, count, wins }) => ({
    ...{ place: stage, count },
    chance: wins.reduce((all, each) => all + each, 0),
  }));
  const known = ratesBehind(stages, winsThrough(stages, expected));
  const amount = readAmountInputs(monthView(compiled, 0));
  const most = isOnlyLuck(compiled, first, known, amount) ? mostWins.byLuck : mostWins.uncertain;
  const needed = months.map((_, month) => neededIn(compiled, month, units, most));
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

/** What the chance of a month depends on: as if it were all, so that only what is won in it lands. */
function inputsOf(compiled: CompiledPlan, { first, last }: CompiledMonth, month: number): ChanceInputs {
  const time = must(compiled.time, "the days of a goal for each month");
  const landings = computeLandingsBy(compiled.flow, time, { kind: "dated", first, last }, last);
  const won = at(landings, compiled.flow.length);
  return readChanceInputs({ ...monthView(compiled, month), time: { ...time, won } });
}

/** Units that may be won in any of the months. */
interface MonthUnits extends UnitsOfMonths {
  /** For each month the chance that one of them is won in it and stays, by the rates of the plan. */
  readonly wins: readonly number[];
  /** What each counts for, in wins: 1 unless it has a value of its own. */
  readonly worth: OwnValue["worth"];
}

/** New work by its days: those from which as much lands in each month are one group. */
function newUnits(compiled: CompiledPlan, inputs: ChanceInputs, volumes: Volumes): MonthUnits[] {
  const { mover } = must(compiled.time, "the days of a goal for each month");
  return inputs.stages.flatMap((stage, place): MonthUnits[] => {
    const { window, isSource } = at(compiled.flow, stage.index);
    if (!isSource) return [];
    const { counts } = computeEffort(at(volumes.stages, stage.index), window);
    const byLanding = new Map<string, { count: number; readonly landing: readonly number[] }>();
    window.days.forEach((day, index) => {
      const landing = compiled.months.map(({ flow, bridge }) => {
        const { landing: series } = at(flow, stage.index);
        const lands = must(series, "when entries land");
        return nearestNumber(multiply(bridge.keep, ratio(valueOn(lands, mover.axis, day), lands.scale)));
      });
      const group = byLanding.get(landing.join(" ")) ?? { count: 0, landing };
      group.count += counts[index] ?? 0;
      byLanding.set(landing.join(" "), group);
    });
    const share = nearestNumber(winningShare({ ...inputs, keep: ONE }, stage));
    return [...byLanding.values()].map(({ count, landing }) => ({
      ...{ stage: place, count, converted: 0, lost: 0, landing, worth: ONE },
      wins: landing.map((lands) => share * lands),
    }));
  });
}

/** Open work: the same units in each month's inputs, which differ by what lands in the month. */
function openUnits(months: readonly ChanceInputs[]): MonthUnits[] {
  return at(months, 0).stages.flatMap(({ open }, place) =>
    open.map((units, index): MonthUnits => {
      const each = months.map((inputs) => {
        const stage = at(inputs.stages, place);
        const own = at(stage.open, index);
        return {
          landing: nearestNumber(multiply(own.landing, inputs.keep)),
          wins: nearestNumber(chanceOfUnit(inputs, stage, own)),
        };
      });
      return {
        ...{ stage: place, count: units.count, worth: units.worth },
        ...{ converted: nearestNumber(units.converted), lost: nearestNumber(units.lost) },
        landing: each.map(({ landing }) => landing),
        wins: each.map(({ wins }) => wins),
      };
    }),
  );
}

/** How many wins are enough in a month, and how surely. */
function neededIn(
  compiled: CompiledPlan,
  month: number,
  units: readonly MonthUnits[],
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
