import { ceiling } from "../number/ceiling.js";
import { encodeExact } from "../number/exact-string.js";
import { equal, isZero, larger, multiply, subtract, ZERO, type Ratio } from "../number/ratio.js";
import { unitsBrought, type FlowChannel, type FlowStage } from "../model/flow.js";
import type { Path } from "../schema/issue.js";
import { parseQuantity } from "../schema/quantity.js";
import type { LeavingFigures } from "../words/explanations/of-stage.js";
import { targetsOf, type Subject } from "./explainer.js";
import type { ExplanationInput } from "./explanation.js";
import { input } from "./input.js";
import { placeAt, wholeNeed, type Place } from "./place.js";

/** What must leave a stage, and why. */
interface Leaving {
  readonly amount: Ratio;
  readonly figures: LeavingFigures;
  readonly inputs: readonly ExplanationInput[];
  /** The number that this one serves. */
  readonly supports: Path;
}

/** What must leave a stage: in exact units, or in the whole ones that `cascade` passes on. */
export function leavingOf(subject: Subject, place: Place, whole: boolean): Leaving {
  const { flow } = subject.compiled;
  const next = flow[place.stage?.next ?? -1];
  if (next === undefined) return intoWins(subject, place, whole);
  const feeder = next.feeders.find(({ last }) => last === place.index);
  const to = placeAt(subject, next.index);
  const need = whole ? wholeNeed(to.target) : parseQuantity(to.target.exact);
  const landing = flow[to.index]?.unitsLanding;
  const serves: Serves = { next, need, at: [...to.at, whole ? "total" : "exact"], whole, landing };
  return feeder === undefined ? intoNext(serves) : intoMerge(feeder, serves);
}

interface Serves {
  readonly next: FlowStage;
  readonly need: Ratio;
  readonly at: Path;
  readonly whole: boolean;
  /** The share of what channels with fixed units bring that lands in time. */
  readonly landing: Ratio | undefined;
}

function wholeIf(whole: boolean, exact: Ratio): Ratio {
  return whole ? { num: ceiling(exact), den: 1 } : exact;
}

function intoWins(subject: Subject, { target, stage }: Place, whole: boolean): Leaving {
  const { wins } = targetsOf(subject);
  const amount = wholeIf(whole, multiply(parseQuantity(target.exact), stage?.rate ?? ZERO));
  const isAll = equal(amount, { num: wins, den: 1 });
  const supports = isAll ? ["targets", "wins"] : ["targets", "pipeline", "remaining"];
  return {
    amount,
    figures: { of: "wins", amount: encodeExact(amount), beyondPipeline: !isAll },
    inputs: [input("wins", amount, supports)],
    supports,
  };
}

function intoNext({ next, need, at }: Serves): Leaving {
  return {
    amount: need,
    figures: { of: "next stage", amount: encodeExact(need), next: next.name },
    inputs: [input(`units that must enter "${next.name}"`, need, at)],
    supports: at,
  };
}

function intoMerge(feeder: FlowChannel, serves: Serves): Leaving {
  if (feeder.units !== null) return fixedUnits(feeder, feeder.units, serves);
  const { next, need, at, whole, landing } = serves;
  const brought = unitsBrought(next, landing);
  const missing = larger(ZERO, subtract(need, brought));
  const amount = wholeIf(whole, multiply(feeder.share, missing));
  return {
    amount,
    figures: {
      of: "channel with a share",
      amount: encodeExact(amount),
      next: next.name,
      share: encodeExact(feeder.share),
      need: encodeExact(need),
      brought: isZero(brought) ? null : encodeExact(brought),
      missing: encodeExact(missing),
      whole,
    },
    inputs: [
      input(`units that must enter "${next.name}"`, need, at),
      input("share of the channel", feeder.share, ["plan", ...feeder.path]),
    ],
    supports: at,
  };
}

function fixedUnits(feeder: FlowChannel, units: Ratio, { next, whole }: Serves): Leaving {
  const amount = wholeIf(whole, units);
  return {
    amount,
    figures: {
      of: "channel with units",
      amount: encodeExact(amount),
      channel: feeder.name,
      next: next.name,
    },
    inputs: [input("units of the channel", units, ["plan", ...feeder.path, "units"])],
    supports: ["targets", "stages", next.name, "total"],
  };
}
