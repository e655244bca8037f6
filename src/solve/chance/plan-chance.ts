import type { Chance } from "../../chance/chance.js";
import { type ChanceMeter, chanceMeter } from "../../chance/chance-meter.js";
import type { ChanceModel, Work } from "../../chance/chance-model.js";
import { reachesExactly, type ExactGroup } from "../../chance/exactly.js";
import { spreadOfMonths } from "../../chance/spread-rule.js";
import { at } from "../../number/invariant.js";
import { nearestNumber } from "../../number/nearest-number.js";
import { equal, multiply, ONE, type Ratio } from "../../number/ratio.js";
import { parseSpread } from "../../plan/spread.js";
import type { CompiledPlan } from "../../model/compile.js";
import type { AmountInputs } from "./amount-inputs.js";
import {
  chanceOfUnit,
  expectedWins,
  monthWeights,
  winningShare,
  workOf,
  type ChanceInputs,
  type InputStage,
} from "./chance-inputs.js";
import { chanceRates, type ChanceRates } from "./chance-rates.js";
import { neededWins, type NeededWins } from "./needed-wins.js";
import type { OwnValue } from "./win-value.js";
import type { Volumes } from "../../schedule/volumes.js";

/** The chance of one plan's goal for any amount of its work. */
export interface PlanChance {
  readonly inputs: ChanceInputs;
  readonly amount: AmountInputs;
  readonly model: ChanceModel;
  readonly needed: NeededWins;
  readonly own: readonly OwnValue[];
  readonly meter: ChanceMeter;
  /** What doing the work of these volumes comes to. */
  readonly of: (volumes: Volumes, asked?: number) => Chance;
  /** Does the work reach it, exactly? For the few cases in which rounding hides it. */
  readonly settle: (work: Work, asked: Ratio) => boolean;
}

/** Up to how many wins a chance is worked out: where nothing is uncertain but luck, and where rates, values or losses are. */
export interface MostWins {
  readonly byLuck: number;
  readonly uncertain: number;
}

/** What `planChance` needs beside the plan. */
interface PlanChanceOptions {
  readonly inputs: ChanceInputs;
  readonly amount: AmountInputs;
  /** The work of the plan as it is expected: it says how often open units with a value of their own are among the wins. */
  readonly work: Work;
  /** More wins than that are not worked out. */
  readonly mostWins: MostWins;
  /** How well the places of uncertain rates must agree. */
  readonly tolerance: number;
  /** So many wins must come in any case, whatever they bring: for goals beside this one. Default 0. */
  readonly atLeast?: number;
}

/** Exact fractions of more units times wins take too long. */
const MOST_EXACT = 20_000;

/** Makes the chance of a plan; undefined where it needs more than `mostWins`. */
export function planChance(compiled: CompiledPlan, options: PlanChanceOptions): PlanChance | undefined {
  const { inputs, amount, work, mostWins, tolerance, atLeast = 0 } = options;
  const { own, others } = expectedValues(inputs, work);
  const known = chanceRates(inputs, work);
  const most = isOnlyLuck(compiled, inputs, known, amount) ? mostWins.byLuck : mostWins.uncertain;
  const alone = atLeast > most ? undefined : neededWins({ amount, own, others, most });
  if (alone === undefined) return undefined;
  const needed = withLeast(alone, atLeast);
  const { rates, shared } = known;
  const model: ChanceModel = {
    stages: inputs.stages.map((stage, place) => ({
      next: stage.next,
      rate: at(rates, place),
      open: stage.open.map(({ count, landing, converted, lost }) => ({
        count,
        landing: nearestNumber(multiply(landing, inputs.keep)),
        converted: nearestNumber(converted),
        lost: nearestNumber(lost),
      })),
      landing: stage.landing.map((share) => nearestNumber(multiply(share, inputs.keep))),
    })),
    shared,
    spread: spreadOf(compiled),
    notEnough: needed.notEnough,
  };
  const meter = chanceMeter(model, tolerance);
  const of: PlanChance["of"] = (volumes, asked) => {
    const { chance, error } = meter.sure(workOf(compiled, inputs, volumes), asked);
    return { chance, error: error + needed.error };
  };
  return {
    inputs,
    amount,
    model,
    needed,
    own,
    meter,
    of,
    settle: (units, asked) => settle(inputs, model, needed, units, asked),
  };
}

/** Fewer wins than so many are surely not enough. */
function withLeast({ notEnough, certain, error }: NeededWins, atLeast: number): NeededWins {
  const length = Math.max(notEnough.length, atLeast);
  return {
    notEnough: Array.from({ length }, (_, wins) => (wins < atLeast ? 1 : (notEnough[wins] ?? 0))),
    certain: certain === null ? null : Math.max(certain, atLeast),
    error,
  };
}

/** Is nothing uncertain but whether each unit is won, and does each win bring the same? */
export function isOnlyLuck(
  compiled: CompiledPlan,
  { stages }: ChanceInputs,
  { rates }: ChanceRates,
  { differs, extras, losses }: AmountInputs,
): boolean {
  const areKnown = rates.every((rate) => "known" in rate) && compiled.plan.spread === undefined;
  const areAlike = stages.every(({ open }) => open.every(({ worth }) => equal(worth, ONE)));
  return areKnown && areAlike && differs === null && extras.length === 0 && losses === null;
}

/** The standard deviation of the period's factor. */
export function spreadOf(compiled: CompiledPlan): number {
  const written = compiled.plan.spread;
  if (written === undefined) return 0;
  const { size, monthly } = parseSpread(written);
  return monthly ? spreadOfMonths(nearestNumber(size), monthWeights(compiled)) : nearestNumber(size);
}

/** The wins expected of open units with a value of their own, each, and of everything else. */
function expectedValues(inputs: ChanceInputs, work: Work): { own: OwnValue[]; others: number } {
  const own: OwnValue[] = [];
  let others = 0;
  for (const { count, chance, worth } of expectedWins(inputs, work))
    if (equal(worth, ONE)) others += count * chance;
    else own.push({ worth, weight: count * chance });
  return { own, others };
}

function settle(
  inputs: ChanceInputs,
  { stages, spread }: ChanceModel,
  { certain }: NeededWins,
  work: Work,
  asked: Ratio,
): boolean {
  if (certain === null || spread > 0 || !stages.every(({ rate }) => "known" in rate)) return false;
  const groups = inputs.stages.flatMap((stage, place): ExactGroup[] => [
    ...stage.open.map((units) => ({ count: units.count, chance: chanceOfUnit(inputs, stage, units) })),
    ...freshGroups(inputs, stage, work[place] ?? []),
  ]);
  const units = groups.reduce((all, { count }) => all + count, 0);
  return units * certain <= MOST_EXACT && reachesExactly(groups, certain, asked);
}

function freshGroups(inputs: ChanceInputs, stage: InputStage, counts: readonly number[]): ExactGroup[] {
  const share = winningShare(inputs, stage);
  return stage.landing.map((landing, group) => ({
    count: counts[group] ?? 0,
    chance: multiply(share, landing),
  }));
}
