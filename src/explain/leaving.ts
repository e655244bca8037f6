import { ceiling } from "../number/ceiling.js";
import { equal, isZero, larger, multiply, subtract, ZERO, type Ratio } from "../number/ratio.js";
import { unitsBrought, type FlowChannel, type FlowStage } from "../model/flow.js";
import type { Path } from "../schema/issue.js";
import { parseQuantity } from "../schema/quantity.js";
import { targetsOf, type Subject } from "./explainer.js";
import type { ExplanationInput } from "./explanation.js";
import { counted, input } from "./formula.js";
import { named, placeAt, wholeNeed, type Place } from "./place.js";

/** What must leave a stage, and why. */
export interface Leaving {
  readonly amount: Ratio;
  /** The reason as it stands after "because": `15 wins are needed`. */
  readonly words: string;
  readonly formula: string;
  readonly inputs: readonly ExplanationInput[];
  /** The number that this one serves. */
  readonly supports: Path;
}

/** What must leave a stage: in exact units, or in the whole ones that `handover` passes on. */
export function leavingOf(subject: Subject, place: Place, whole: boolean): Leaving {
  const next = subject.model.flow[place.stage?.next ?? -1];
  if (next === undefined) return intoWins(subject, place, whole);
  const feeder = next.feeders.find(({ last }) => last === place.index);
  const to = placeAt(subject, place.stage?.next ?? -1);
  const need = whole ? wholeNeed(to.target) : parseQuantity(to.target.exact);
  const landing = subject.model.flow[to.index]?.unitsLanding;
  const serves: Serves = { next, need, at: [...to.at, whole ? "total" : "exact"], whole, landing };
  return feeder === undefined ? intoNext(subject, serves) : intoMerge(subject, feeder, serves);
}

interface Serves {
  readonly next: FlowStage;
  readonly need: Ratio;
  readonly at: Path;
  readonly whole: boolean;
  /** The share of what channels with fixed units bring that lands in time. */
  readonly landing: Ratio | undefined;
}

function intoWins(subject: Subject, { target, stage }: Place, whole: boolean): Leaving {
  const { wins } = targetsOf(subject);
  const exact = multiply(parseQuantity(target.exact), stage?.rate ?? ZERO);
  const amount = whole ? { num: ceiling(exact), den: 1 } : exact;
  const all = equal(amount, { num: wins, den: 1 });
  const supports = all ? ["targets", "wins"] : ["targets", "pipeline", "remaining"];
  return {
    amount,
    words: all
      ? `${counted(subject, amount, "win")} must come out`
      : `${counted(subject, amount, "win")} must come out beyond what open work brings`,
    formula: counted(subject, amount, "win"),
    inputs: [input("wins", amount, supports)],
    supports,
  };
}

function intoNext(subject: Subject, { next, need, at }: Serves): Leaving {
  return {
    amount: need,
    words: `${subject.format.number(need)} must go on to ${named(next.name)}`,
    formula: `${subject.format.number(need)} to go on`,
    inputs: [input(`units that must enter ${named(next.name)}`, need, at)],
    supports: at,
  };
}

function intoMerge(
  subject: Subject,
  feeder: FlowChannel,
  { next, need, at, whole, landing }: Serves,
): Leaving {
  if (feeder.units !== null) return fixedUnits(subject, feeder, feeder.units, next, whole);
  const brought = unitsBrought(next, landing);
  const missing = larger(ZERO, subtract(need, brought));
  const exact = multiply(feeder.share, missing);
  const amount = whole ? { num: ceiling(exact), den: 1 } : exact;
  const share = subject.format.writtenRate(feeder.share);
  const sum = isZero(brought)
    ? subject.format.number(need)
    : `(${subject.format.number(need)} − ${subject.format.number(brought)} brought)`;
  const formula = whole
    ? `${subject.format.number(amount)} to go on`
    : `${share} × ${isZero(missing) ? "0" : sum}`;
  return {
    amount,
    words: `${subject.format.number(amount)} must go on to ${named(next.name)}, ${share} of the ${subject.format.number(missing)} that ${isZero(brought) ? "must enter it" : "are still missing there"},`,
    formula,
    inputs: [
      input(`units that must enter ${named(next.name)}`, need, at),
      input("share of the channel", feeder.share, ["plan", ...feeder.path]),
    ],
    supports: at,
  };
}

function fixedUnits(
  subject: Subject,
  feeder: FlowChannel,
  units: Ratio,
  next: FlowStage,
  whole: boolean,
): Leaving {
  const amount = whole ? { num: ceiling(units), den: 1 } : units;
  return {
    amount,
    words: `the channel ${named(feeder.name)} brings ${subject.format.number(amount)} to ${named(next.name)} whatever the goal`,
    formula: `${subject.format.number(amount)} brought`,
    inputs: [input("units of the channel", units, ["plan", ...feeder.path, "units"])],
    supports: ["targets", "stages", next.name, "total"],
  };
}
