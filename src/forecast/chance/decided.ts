import type { Beta } from "../../chance/beta-rule.js";
import type { ChanceRate } from "../../chance/chance-model.js";
import type { CompiledSnapshot } from "../../model/compile-snapshot.js";
import type { CompiledStage, DatedPlan } from "../../model/compile.js";
import { compilePipeline } from "../../model/pipeline-units.js";
import { at } from "../../number/invariant.js";
import { nearestNumber } from "../../number/nearest-number.js";
import { isNegative, isZero, ratio, subtract, sum, ZERO, type Ratio } from "../../number/ratio.js";

import type { ChanceRates } from "../../solve/chance/chance-rates.js";

/** Units of which it is known whether they went on, by the index of their stage. */
export type DecidedUnits = ReadonlyMap<number, Decided>;

interface Decided {
  /** Units that went on, from 0 (included). */
  readonly won: number;
  /** Units that were lost, from 0 (included). */
  readonly lost: number;
}

/** Nothing is known beside the plan's own samples. */
export const NONE_DECIDED: DecidedUnits = new Map();

/**
 * Of how many units does a snapshot say whether they went on from their stage?
 *
 * Went on: the units of the next stage, or the wins. Lost: entered − went on − still open. Stages of which that cannot be
 * told are left out: where a count is missing, or is not of whole units; where several stages feed the next one, or
 * channels with fixed units do; where units were open before work began; and where going on takes time and the snapshot
 * does not say what is open.
 */
export function decidedUnits(compiled: DatedPlan, seen: CompiledSnapshot): DecidedUnits {
  return new Map(
    compiled.flow.flatMap((stage) => {
      const decided = decidedAt(compiled, seen, stage);
      return decided === undefined ? [] : [[stage.index, decided] as const];
    }),
  );
}

function decidedAt(
  { flow, deal, pipeline }: DatedPlan,
  { snapshot, entered, won }: CompiledSnapshot,
  { index, name, next, takesTime, inUnitsChannel }: CompiledStage,
): Decided | undefined {
  const feeds = flow.filter((each) => each.next === next && !each.inUnitsChannel);
  const into = flow[next];
  const isKnown = snapshot.pipeline !== undefined || !takesTime;
  if (inUnitsChannel || feeds.length > 1 || !isKnown) return undefined;
  if ((into !== undefined && into.brought !== null) || pipeline.some(({ stage }) => stage === index))
    return undefined;
  const started = entered.get(name)?.total;
  const wentOn = into === undefined ? countOf(won) : entered.get(into.name)?.total;
  if (started === undefined || wentOn === undefined) return undefined;
  const open = compilePipeline(snapshot.pipeline, flow, deal).filter(({ stage }) => stage === index);
  const lost = subtract(subtract(started, wentOn), sum([ZERO, ...open.map(({ units }) => units)]));
  if (wentOn.den !== 1 || lost.den !== 1 || isNegative(lost)) return undefined;
  return isZero(wentOn) && isZero(lost)
    ? undefined
    : { won: nearestNumber(wentOn), lost: nearestNumber(lost) };
}

function countOf(won: CompiledSnapshot["won"]): Ratio | undefined {
  return won === undefined || "num" in won ? won : ratio(won.length);
}

/** What is known of rates once more units are decided: samples grow by them, known rates stay as they are. */
export function withDecided({ rates, shared }: ChanceRates, decided: DecidedUnits): ChanceRates {
  const grown = [...shared];
  const own = rates.map((rate, index): ChanceRate => {
    const units = decided.get(index);
    if (units === undefined || "known" in rate) return rate;
    if (!("shared" in rate)) return grownBy(rate, units);
    grown[rate.shared] = grownBy(at(grown, rate.shared), units);
    return rate;
  });
  return { rates: own, shared: grown };
}

function grownBy({ won, lost }: Beta, units: Decided): Beta {
  return { won: won + units.won, lost: lost + units.lost };
}
