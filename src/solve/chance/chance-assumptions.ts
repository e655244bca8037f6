import { isFromOutside } from "../../model/flow.js";
import { encodeExact } from "../../number/exact-string.js";
import { at } from "../../number/invariant.js";
import { nearestNumber } from "../../number/nearest-number.js";
import { equal, ONE, ratio } from "../../number/ratio.js";
import { METRIC_FACTS } from "../../plan/metric-facts.js";
import { isAverage } from "../../plan/deal-value.js";
import { told, type Assumption, type AssumptionData } from "../../words/assumptions.js";
import { planFormat } from "../../words/plan-format.js";
import type { CompiledPlan } from "../../model/compile.js";
import type { Volumes } from "../../schedule/volumes.js";
import { readAmountInputs } from "./amount-inputs.js";
import type { PlannedWork } from "./goal-chance.js";
import { readChanceInputs, workOf, type ChanceInputs } from "./chance-inputs.js";
import { betaOf, chanceRates, type ChanceRates } from "./chance-rates.js";

/** What a chance that is asked for takes as known or as certain because the plan does not say how uncertain it is. */
export function chanceAssumptions(
  compiled: CompiledPlan,
  planned: PlannedWork | undefined,
): readonly Assumption[] {
  if (compiled.plan.goal.chance === undefined || planned === undefined) return [];
  const inputs = readChanceInputs(compiled);
  const rates = chanceRates(inputs, workOf(compiled, inputs, planned.volumes));
  const list: AssumptionData[] = [
    ...knownRates(compiled, inputs, rates),
    ...movedMeans(inputs, rates, planned.volumes),
    ...withoutSpread(compiled),
    ...knownValue(compiled),
    ...mixedValues(compiled),
    ...fixedLosses(compiled),
  ];
  return told(list, planFormat(compiled.plan));
}

function knownRates({ flow }: CompiledPlan, { stages }: ChanceInputs, told: ChanceRates): AssumptionData[] {
  const known = stages.filter(
    ({ index }, place) => betaOf(told, place) === undefined && !isFromOutside(at(flow, index)),
  );
  const [first] = known;
  if (first === undefined) return [];
  const names = [...new Set(known.map(({ rated }) => rated.stage))];
  return [{ code: "rates-known", stages: names, kind: "rate-known", path: first.rated.path }];
}

/** What a small sample says of a rate has a mean of its own, beside won ÷ of. */
function movedMeans({ stages }: ChanceInputs, told: ChanceRates, { newWins }: Volumes): AssumptionData[] {
  const wins = nearestNumber(newWins);
  const seen = new Set<string>();
  return stages.flatMap(({ rated, rate }, place): AssumptionData[] => {
    const known = betaOf(told, place);
    if (known === undefined || seen.has(rated.stage)) return [];
    seen.add(rated.stage);
    const mean = known.won / (known.won + known.lost);
    if (Math.abs(wins * (mean / nearestNumber(rate) - 1)) <= 1) return [];
    const figures = { mean: encodeExact(ratio(Math.round(mean * 1e4), 1e4)), rate: encodeExact(rate) };
    const said = { code: "small-sample", stage: rated.stage, ...figures } as const;
    return [{ ...said, kind: "rate-mean", path: rated.path }];
  });
}

function withoutSpread({ plan }: CompiledPlan): AssumptionData[] {
  if (plan.spread !== undefined) return [];
  return [{ code: "no-spread", kind: "spread-none", path: ["spread"] }];
}

function knownValue(compiled: CompiledPlan): AssumptionData[] {
  const { plan } = compiled;
  const counts = METRIC_FACTS[plan.goal.metric].kind === "count" || plan.deal?.value === undefined;
  if (counts || !isAverage(plan.deal.value)) return [];
  return [{ code: "value-certain", kind: "value-known", path: ["deal", "value"] }];
}

function mixedValues(compiled: CompiledPlan): AssumptionData[] {
  const own = readChanceInputs(compiled).stages.some(({ open }) =>
    open.some(({ worth }) => !equal(worth, ONE)),
  );
  if (!own) return [];
  return [{ code: "values-mixed", kind: "value-mixed", path: ["pipeline"] }];
}

function fixedLosses(compiled: CompiledPlan): AssumptionData[] {
  const { bridge } = compiled;
  const list: AssumptionData[] = [];
  const churned = bridge.parts.some(({ item }) => item === "churn");
  if (compiled.base.churn !== undefined && churned && readAmountInputs(compiled).losses === null) {
    list.push({ code: "losses-certain", kind: "losses-fixed", path: ["churn"] });
  }
  const moved = bridge.parts.filter(({ item }) => item !== "churn" && item !== "base");
  const [first] = moved;
  if (first !== undefined) {
    const parts = moved.map(({ item }) => item);
    list.push({
      code: "base-certain",
      parts,
      kind: "losses-fixed",
      path: first.item === "renewals" ? ["base", "renewals"] : [first.item],
    });
  }
  return list;
}
