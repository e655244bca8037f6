import { ceiling } from "../number/ceiling.js";
import { encodeExact } from "../number/exact-string.js";
import { must } from "../number/invariant.js";
import { divide, equal, isZero, multiply, ONE, ratio, subtract, ZERO, type Ratio } from "../number/ratio.js";
import { parseRate } from "../plan/rate.js";
import { unitsBrought } from "../model/flow.js";
import type { Path } from "../schema/issue.js";
import { parseQuantity } from "../schema/quantity.js";
import type { Explained, Explainer, Subject } from "./explainer.js";
import { input, roundedUp } from "./input.js";
import { leavingOf } from "./leaving.js";
import { effortNeed, placeOf, wholeNeed, windowFor, type Place } from "./place.js";

/** How many units must enter a stage, exactly: what must leave it ÷ its rate. */
export const explainExact: Explainer = (subject, path) => {
  const place = placeOf(subject, path);
  const value = parseQuantity(place.target.exact);
  if (place.stage === undefined) return ofWins(value, ["targets", "pipeline", "remaining"]);
  return need(subject, place, { value, whole: false, isExact: true });
};

/** How many whole units must enter a stage. */
export const explainTotal: Explainer = (subject, path) => {
  const place = placeOf(subject, path);
  const { target, stage } = place;
  const total = ratio(target.total);
  if (stage === undefined) return ofWins(total, ["targets", "wins"]);
  const asked = wholeNeed(target);
  if (!equal(asked, total)) return withLateWork(subject, place, asked);
  const whole = subject.compiled.plan.rounding === "cascade";
  return need(subject, place, { value: total, whole, isExact: false });
};

interface Need {
  readonly value: Ratio;
  readonly whole: boolean;
  readonly isExact: boolean;
}

function need(subject: Subject, place: Place, { value, whole, isExact }: Need): Explained {
  const { stage, target } = place;
  const leaving = leavingOf(subject, place, whole);
  const rate = stage?.rate ?? ZERO;
  const inputs = [...leaving.inputs, input("rate", rate, ["plan", ...(stage?.rated.path ?? [])])];
  const { supports } = leaving;
  const shown = encodeExact(value);
  if (isZero(rate))
    return {
      says: { code: "stage-needs-nothing", figures: { stage: target.stage, value: shown, isExact } },
      inputs,
      supports,
    };
  const exact = divide(leaving.amount, rate);
  const figures = {
    stage: target.stage,
    value: shown,
    isExact,
    leaving: leaving.figures,
    rate: encodeExact(rate),
    won: stage?.next === -1,
    result: equal(exact, value) ? { exact: shown, whole: shown } : roundedUp(exact),
  };
  return { says: { code: "stage-need", figures }, inputs, supports };
}

function ofWins(wins: Ratio, supports: Path): Explained {
  return {
    says: { code: "stage-of-wins", figures: { wins: encodeExact(wins) } },
    inputs: [input("wins", wins, supports)],
    supports,
  };
}

/** Where work takes time, more is started than must land in the period. */
function withLateWork(subject: Subject, place: Place, asked: Ratio): Explained {
  const { target, at } = place;
  const { stage, total } = target;
  const landing = target.kind === "work" ? windowFor(subject, place).landing : undefined;
  const supports = [...at, "exact"];
  const inputs = [input("exact need", target.exact, supports)];
  if (landing === undefined || isZero(landing)) {
    const figures = { stage, total, needed: encodeExact(asked) };
    return { says: { code: "stage-brought-along", figures }, inputs, supports };
  }
  const effort = effortNeed(subject, target);
  const exact = divide(effort, landing);
  const more = subtract(ratio(total), { num: ceiling(exact), den: 1 });
  const figures = {
    stage,
    total,
    need: encodeExact(effort),
    landing: encodeExact(landing),
    exact: roundedUp(exact),
    more: isZero(more) ? null : encodeExact(more),
  };
  return { says: { code: "stage-with-late-work", figures }, inputs, supports };
}

/** How many of the entries are new, where units come back. */
export const explainNew: Explainer = (subject, path) => {
  const { target, at, index } = placeOf(subject, path);
  const { comesBack } = must(subject.compiled.flow[index], "a stage to which units come back");
  const { share, from } = must(comesBack ?? undefined, "units that come back");
  const value = ratio(must(target.new, "the new entries of such a stage"));
  const first = multiply(parseQuantity(target.exact), subtract(ONE, share));
  const {
    name,
    written,
    path: place,
  } = must(subject.compiled.flow[from], "the stage that they come back from");
  const figures = {
    stage: target.stage,
    entries: target.exact,
    value: encodeExact(value),
    total: target.total,
    share: encodeExact(share),
    from: name,
    inTime: equal(first, value),
  };
  const rate = parseRate(must(written.returns?.rate, "the share that comes back"));
  return {
    says: { code: "stage-first-entries", figures },
    inputs: [
      input("entries", ratio(target.total), [...at, "total"]),
      input("share of the others that comes back", rate, ["plan", ...place, "returns", "rate"]),
    ],
    supports: [...at, "total"],
  };
};

/** What handing whole numbers from team to team costs. */
export const explainExtra: Explainer = (subject, path) => {
  const { target, at } = placeOf(subject, path);
  const { stage, extra } = target;
  const whole = wholeNeed(target);
  const least = encodeExact(subtract(whole, ratio(extra)));
  return {
    says: { code: "stage-extra", figures: { stage, extra, whole: encodeExact(whole), least } },
    inputs: [input("exact need", target.exact, [...at, "exact"])],
    supports: [...at, "total"],
  };
};

/** What channels with fixed units bring beyond the need. */
export const explainSurplus: Explainer = (subject, path) => {
  const { target, stage, at, index } = placeOf(subject, path);
  const { surplus } = target;
  const landing = subject.compiled.flow[index]?.unitsLanding;
  const isNone = stage === undefined || surplus === "0";
  const brought = isNone ? null : encodeExact(unitsBrought(stage, landing));
  return {
    says: {
      code: "stage-surplus",
      figures: { stage: target.stage, surplus, brought, needed: target.exact },
    },
    inputs: [input("exact need", target.exact, [...at, "exact"])],
    supports: [...at, "exact"],
  };
};

/** Units that are in a stage already. */
export const explainFromPipeline: Explainer = (subject, path) => {
  const { target, at } = placeOf(subject, path);
  return {
    says: {
      code: "stage-from-pipeline",
      figures: { stage: target.stage, units: target.fromPipeline },
    },
    inputs: [],
    supports: [...at, "total"],
  };
};

/** Wins of this work that come too late to count. */
export const explainAfterEnd: Explainer = (subject, path) => {
  const { target, at } = placeOf(subject, path);
  return {
    says: { code: "stage-after-end", figures: { stage: target.stage, wins: target.afterEnd } },
    inputs: [],
    supports: [...at, "total"],
  };
};
