import type { Assumption } from "../../model/assumption.js";
import { showRate } from "../../model/display.js";
import { nearestNumber } from "../../number/nearest-number.js";
import { equal, ONE, ratio } from "../../number/ratio.js";
import { METRIC_FACTS } from "../../plan/metric-facts.js";
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
  return [
    ...knownRates(compiled),
    ...movedMeans(compiled, planned.volumes),
    ...withoutSpread(compiled),
    ...knownValue(compiled),
    ...mixedValues(compiled),
    ...fixedLosses(compiled),
  ];
}

function knownRates(compiled: CompiledPlan): Assumption[] {
  const known = readChanceInputs(compiled).stages.flatMap(({ index, written, rate }) =>
    "known" in chanceRate(written, rate) ? (compiled.flow[index] ?? []) : [],
  );
  const [first] = known;
  if (first === undefined) return [];
  const names = known.map(({ name }) => `"${name}"`).join(", ");
  const text = `The rate of ${names} is taken as known for sure, because no sample ({ won, of }) or range is given.`;
  return [{ kind: "rate-known", path: [...first.path, "rate"], text }];
}

/** What a small sample says of a rate has a mean of its own, a little nearer to 50% than won ÷ of. */
function movedMeans(compiled: CompiledPlan, { newWins }: Volumes): Assumption[] {
  const wins = nearestNumber(newWins);
  return readChanceInputs(compiled).stages.flatMap(({ index, written, rate }): Assumption[] => {
    const stage = compiled.flow[index];
    const known = chanceRate(written, rate);
    if (stage === undefined || !("won" in known)) return [];
    const mean = known.won / (known.won + known.lost);
    if (Math.abs(wins * (mean / nearestNumber(rate) - 1)) <= 1) return [];
    const shown = showRate(ratio(Math.round(mean * 1e4), 1e4));
    const text = `The sample of "${stage.name}" is so small that the rate behind it is taken to be ${shown} on average, not the ${showRate(rate)} seen: the half unit won and lost that stands for not knowing weighs more than one win.`;
    return [{ kind: "rate-mean", path: [...stage.path, "rate"], text }];
  });
}

function withoutSpread({ plan }: CompiledPlan): Assumption[] {
  if (plan.spread !== undefined) return [];
  const text =
    "Periods are taken to differ by luck only, because spread is not given; most markets move more than that.";
  return [{ kind: "spread-none", path: ["spread"], text }];
}

function knownValue(compiled: CompiledPlan): Assumption[] {
  const { plan } = compiled;
  const counts = METRIC_FACTS[plan.goal.metric].kind === "count" || plan.deal?.value === undefined;
  if (counts || readAmountInputs(compiled).extras.length > 0) return [];
  const text = "Each new win is taken to bring the deal value exactly, because only its average is given.";
  return [{ kind: "value-known", path: ["deal", "value"], text }];
}

function mixedValues(compiled: CompiledPlan): Assumption[] {
  const own = readChanceInputs(compiled).stages.some(({ open }) =>
    open.some(({ worth }) => !equal(worth, ONE)),
  );
  if (!own) return [];
  const text =
    "Open units with a value of their own are wins like others; what a win brings varies as those values do, each as often as it is expected to be won.";
  return [{ kind: "value-mixed", path: ["pipeline"], text }];
}

function fixedLosses(compiled: CompiledPlan): Assumption[] {
  const { bridge } = compiled;
  const list: Assumption[] = [];
  const churned = bridge.parts.some(({ item }) => item === "churn");
  if (compiled.base.churn !== undefined && churned && readAmountInputs(compiled).losses === null) {
    const text = "What the base loses is taken as a limit that is kept exactly: luck with it is not counted.";
    list.push({ kind: "losses-fixed", path: ["churn"], text });
  }
  const moved = bridge.parts.filter(({ item }) => item !== "churn" && item !== "base");
  const [first] = moved;
  if (first !== undefined) {
    const text = `What comes from the base (${moved.map(({ item }) => item).join(", ")}) is taken to come exactly as written.`;
    list.push({ kind: "losses-fixed", path: [first.item], text });
  }
  return list;
}
