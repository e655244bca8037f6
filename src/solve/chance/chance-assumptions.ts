import type { Assumption } from "../../model/assumption.js";
import { movesTheBase } from "../../model/deal-worth.js";
import { showRate } from "../../model/display.js";
import { nearestNumber } from "../../number/nearest-number.js";
import { equal, ONE, ratio } from "../../number/ratio.js";
import { METRIC_FACTS } from "../../plan/metric-facts.js";
import { parseRate } from "../../plan/rate.js";
import type { Prepared } from "../../schedule/prepared.js";
import type { Volumes } from "../../schedule/volumes.js";
import { readAmountInputs } from "./amount-inputs.js";
import { readChanceInputs } from "./chance-inputs.js";
import { chanceRate } from "./plan-chance.js";

/** What a chance that is asked for takes as known or as certain because the plan does not say how uncertain it is. */
export function chanceAssumptions(prepared: Prepared, volumes: Volumes): readonly Assumption[] {
  if (prepared.plan.goal.chance === undefined) return [];
  return [
    ...knownRates(prepared),
    ...movedMeans(prepared, volumes),
    ...withoutSpread(prepared),
    ...knownValue(prepared),
    ...mixedValues(prepared),
    ...fixedLosses(prepared),
  ];
}

function knownRates(prepared: Prepared): Assumption[] {
  const known = readChanceInputs(prepared).stages.flatMap(({ index, written, rate }) =>
    "known" in chanceRate(written, rate) ? (prepared.flow[index] ?? []) : [],
  );
  const [first] = known;
  if (first === undefined) return [];
  const names = known.map(({ name }) => `"${name}"`).join(", ");
  const text = `The rate of ${names} is taken as known for sure, because no sample ({ won, of }) or range is given.`;
  return [{ kind: "rate-known", path: [...first.path, "rate"], text }];
}

/** What a small sample says of a rate has a mean of its own, a little nearer to 50% than won ÷ of. */
function movedMeans(prepared: Prepared, { newWins }: Volumes): Assumption[] {
  const wins = nearestNumber(newWins);
  return readChanceInputs(prepared).stages.flatMap(({ index, written, rate }): Assumption[] => {
    const stage = prepared.flow[index];
    const known = chanceRate(written, rate);
    if (stage === undefined || !("won" in known)) return [];
    const mean = known.won / (known.won + known.lost);
    if (Math.abs(wins * (mean / nearestNumber(rate) - 1)) <= 1) return [];
    const shown = showRate(ratio(Math.round(mean * 1e4), 1e4));
    const text = `The sample of "${stage.name}" is so small that the rate behind it is taken to be ${shown} on average, not the ${showRate(rate)} seen: the half unit won and lost that stands for not knowing weighs more than one win.`;
    return [{ kind: "rate-mean", path: [...stage.path, "rate"], text }];
  });
}

function withoutSpread({ plan }: Prepared): Assumption[] {
  if (plan.spread !== undefined) return [];
  const text =
    "Periods are taken to differ by luck only, because spread is not given; most markets move more than that.";
  return [{ kind: "spread-none", path: ["spread"], text }];
}

function knownValue(prepared: Prepared): Assumption[] {
  const { plan } = prepared;
  const counts = METRIC_FACTS[plan.goal.metric].kind === "count" || plan.deal?.value === undefined;
  if (counts || readAmountInputs(prepared).extras.length > 0) return [];
  const text = "Each new win is taken to bring the deal value exactly, because only its average is given.";
  return [{ kind: "value-known", path: ["deal", "value"], text }];
}

function mixedValues(prepared: Prepared): Assumption[] {
  const own = readChanceInputs(prepared).stages.some(({ open }) =>
    open.some(({ worth }) => !equal(worth, ONE)),
  );
  if (!own) return [];
  const text =
    "Open units with a value of their own are wins like others; what a win brings varies as those values do, each as often as it is expected to be won.";
  return [{ kind: "value-mixed", path: ["pipeline"], text }];
}

function fixedLosses(prepared: Prepared): Assumption[] {
  const { plan, bridge } = prepared;
  const list: Assumption[] = [];
  const churned = bridge.parts.some(({ item }) => item === "churn");
  if (movesTheBase(plan) && churned && readAmountInputs(prepared).losses === null) {
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

/** The chance that a plan asks for, as a number. */
export function askedOf({ plan }: Prepared): number | undefined {
  return plan.goal.chance === undefined ? undefined : nearestNumber(parseRate(plan.goal.chance));
}
