import { encodeExact } from "../../number/exact-string.js";
import { nearestNumber } from "../../number/nearest-number.js";
import { equal, ONE, ratio } from "../../number/ratio.js";
import { METRIC_FACTS } from "../../plan/metric-facts.js";
import { told, type Assumption, type AssumptionData } from "../../words/assumptions.js";
import { planFormat } from "../../words/plan-format.js";
import type { CompiledPlan } from "../../model/compile.js";
import type { Volumes } from "../../schedule/volumes.js";
import { readAmountInputs } from "./amount-inputs.js";
import type { PlannedWork } from "./goal-chance.js";
import { readChanceInputs } from "./chance-inputs.js";
import { chanceRate } from "./plan-chance.js";

/** What a chance that is asked for takes as known or as certain because the plan does not say how uncertain it is. */
export function chanceAssumptions(
  compiled: CompiledPlan,
  planned: PlannedWork | undefined,
): readonly Assumption[] {
  if (compiled.plan.goal.chance === undefined || planned === undefined) return [];
  const list: AssumptionData[] = [
    ...knownRates(compiled),
    ...movedMeans(compiled, planned.volumes),
    ...withoutSpread(compiled),
    ...knownValue(compiled),
    ...mixedValues(compiled),
    ...fixedLosses(compiled),
  ];
  return told(list, planFormat(compiled.plan));
}

function knownRates(compiled: CompiledPlan): AssumptionData[] {
  const known = readChanceInputs(compiled).stages.flatMap(({ index, written, rate }) =>
    "known" in chanceRate(written, rate) ? (compiled.flow[index] ?? []) : [],
  );
  const [first] = known;
  if (first === undefined) return [];
  const stages = known.map(({ name }) => name);
  return [{ code: "rates-known", stages, kind: "rate-known", path: [...first.path, "rate"] }];
}

/** What a small sample says of a rate has a mean of its own, a little nearer to 50% than won ÷ of. */
function movedMeans(compiled: CompiledPlan, { newWins }: Volumes): AssumptionData[] {
  const wins = nearestNumber(newWins);
  return readChanceInputs(compiled).stages.flatMap(({ index, written, rate }): AssumptionData[] => {
    const stage = compiled.flow[index];
    const known = chanceRate(written, rate);
    if (stage === undefined || !("won" in known)) return [];
    const mean = known.won / (known.won + known.lost);
    if (Math.abs(wins * (mean / nearestNumber(rate) - 1)) <= 1) return [];
    const figures = { mean: encodeExact(ratio(Math.round(mean * 1e4), 1e4)), rate: encodeExact(rate) };
    const said = { code: "small-sample", stage: stage.name, ...figures } as const;
    return [{ ...said, kind: "rate-mean", path: [...stage.path, "rate"] }];
  });
}

function withoutSpread({ plan }: CompiledPlan): AssumptionData[] {
  if (plan.spread !== undefined) return [];
  return [{ code: "no-spread", kind: "spread-none", path: ["spread"] }];
}

function knownValue(compiled: CompiledPlan): AssumptionData[] {
  const { plan } = compiled;
  const counts = METRIC_FACTS[plan.goal.metric].kind === "count" || plan.deal?.value === undefined;
  if (counts || readAmountInputs(compiled).extras.length > 0) return [];
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
    list.push({ code: "base-certain", parts, kind: "losses-fixed", path: [first.item] });
  }
  return list;
}
