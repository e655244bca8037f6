import { divide, equal, isZero, ratio, subtract, ZERO, type Ratio } from "../number/ratio.js";
import { ceiling } from "../number/ceiling.js";
import { unitsBrought } from "../model/flow.js";
import type { Path } from "../schema/issue.js";
import { parseQuantity } from "../schema/quantity.js";
import type { Explainer, Said, Subject } from "./explainer.js";
import { counted, equals, equalsUp, input } from "./formula.js";
import { leavingOf } from "./leaving.js";
import { effortNeed, named, placeOf, wholeNeed, windowFor, type Place } from "./place.js";

/** How many units must enter a stage, exactly: what must leave it ÷ its rate. */
export const explainExact: Explainer = (subject, path) => {
  const place = placeOf(subject, path);
  const value = parseQuantity(place.target.exact);
  if (place.stage === undefined) return ofWins(subject, value, ["targets", "pipeline", "remaining"]);
  return need(subject, place, { value, whole: false, start: `${exactly(subject, value)} must enter` });
};

/** How many whole units must enter a stage. */
export const explainTotal: Explainer = (subject, path) => {
  const place = placeOf(subject, path);
  const { target, stage } = place;
  const total = ratio(target.total);
  if (stage === undefined) return ofWins(subject, total, ["targets", "wins"]);
  const asked = wholeNeed(target);
  if (!equal(asked, total)) return withLateWork(subject, place, asked);
  const whole = subject.model.plan.rounding === "cascade";
  return need(subject, place, { value: total, whole, start: `${units(subject, total)} must enter` });
};

function units(subject: Subject, value: Ratio): string {
  return counted(subject, value, "unit");
}

/** What is shown rounded must not claim to be exact. */
function exactly(subject: Subject, value: Ratio): string {
  const shown = units(subject, value);
  return subject.format.number(value) === subject.format.written(value) ? `Exactly ${shown}` : shown;
}

interface Need {
  readonly value: Ratio;
  readonly whole: boolean;
  readonly start: string;
}

function need(subject: Subject, place: Place, { value, whole, start }: Need): Said {
  const leaving = leavingOf(subject, place, whole);
  const rate = place.stage?.rate ?? ZERO;
  const ratePath = ["plan", ...(place.stage?.rated.path ?? [])];
  const inputs = [...leaving.inputs, input("rate", rate, ratePath)];
  const { supports } = leaving;
  const name = named(place.target.stage);
  if (isZero(rate))
    return { text: `${start} ${name}, because nothing must leave it.`, formula: "0", inputs, supports };
  const exact = divide(leaving.amount, rate);
  const rounded = equal(exact, value) ? "" : ` That is ${subject.format.precise(exact)}, rounded up.`;
  const go = place.stage?.next === -1 ? "of these units are won" : "of these units go on";
  const text = `${start} ${name}, because ${leaving.words} and ${subject.format.writtenRate(rate)} ${go}.${rounded}`;
  const calculation = `${leaving.formula} ÷ ${subject.format.writtenRate(rate)}`;
  const formula =
    rounded === "" ? equals(subject, calculation, exact) : equalsUp(subject, calculation, exact);
  return { text, formula, inputs, supports };
}

function ofWins(subject: Subject, wins: Ratio, supports: Path): Said {
  return {
    text: `${counted(subject, wins, "win")} must come out of the funnel.`,
    formula: `${subject.format.number(wins)} wins`,
    inputs: [input("wins", wins, supports)],
    supports,
  };
}

/** Where work takes time, more is started than must land in the period. */
function withLateWork(subject: Subject, place: Place, asked: Ratio): Said {
  const { target, at } = place;
  const landing = target.kind === "work" ? windowFor(subject, place).landing : undefined;
  const total = ratio(target.total);
  const start = `${units(subject, total)} enter ${named(target.stage)} in all`;
  const supports = [...at, "exact"];
  const inputs = [input("exact need", target.exact, supports)];
  if (landing === undefined || isZero(landing)) {
    const text = `${start}: all that the work of the stages before brings, of which ${subject.format.number(asked)} are needed in time.`;
    return { text, formula: subject.format.number(total), inputs, supports };
  }
  const need = effortNeed(subject, target);
  const exact = divide(need, landing);
  const whole: Ratio = { num: ceiling(exact), den: 1 };
  const more = subtract(total, whole);
  const fill = isZero(more) ? "" : `, and ${subject.format.number(more)} more so that whole days are enough`;
  const formula = equalsUp(
    subject,
    `${subject.format.number(need)} ÷ ${subject.format.rate(landing)} that lands in time`,
    exact,
  );
  return {
    text: `${start}: ${subject.format.number(need)} must count in the period, and ${subject.format.rate(landing)} of the work does${fill}.`,
    formula: isZero(more)
      ? formula
      : `${formula}; ${subject.format.number(whole)} + ${subject.format.number(more)} = ${subject.format.number(total)}`,
    inputs,
    supports,
  };
}

/** What handing whole numbers from team to team costs. */
export const explainExtra: Explainer = (subject, path) => {
  const { target, at } = placeOf(subject, path);
  const whole = wholeNeed(target);
  const least = subtract(whole, ratio(target.extra));
  const text =
    target.extra === 0
      ? `Rounding adds 0 units to ${named(target.stage)} beyond its exact need rounded up once.`
      : `Handing whole numbers from team to team adds ${units(subject, ratio(target.extra))} to ${named(target.stage)} (rounding: cascade).`;
  return {
    text,
    formula: equals(
      subject,
      `${subject.format.number(whole)} asked for − ${subject.format.number(least)} rounded up once`,
      ratio(target.extra),
    ),
    inputs: [input("exact need", target.exact, [...at, "exact"])],
    supports: [...at, "total"],
  };
};

/** What channels with fixed units bring beyond the need. */
export const explainSurplus: Explainer = (subject, path) => {
  const { target, stage, at, index } = placeOf(subject, path);
  const surplus = parseQuantity(target.surplus);
  const none = isZero(surplus) || stage === undefined;
  const landing = subject.model.flow[index]?.unitsLanding;
  const brought = stage === undefined ? ZERO : unitsBrought(stage, landing);
  const formula = none
    ? "0"
    : equals(
        subject,
        `${subject.format.number(brought)} brought − ${subject.format.number(target.exact)} needed`,
        surplus,
      );
  return {
    text: `Channels with fixed units bring ${units(subject, surplus)} beyond what ${named(target.stage)} needs.`,
    formula,
    inputs: [input("exact need", target.exact, [...at, "exact"])],
    supports: [...at, "exact"],
  };
};

/** Units that are in a stage already. */
export const explainFromPipeline: Explainer = (subject, path) => {
  const { target, at } = placeOf(subject, path);
  return {
    text: `Before work begins, ${named(target.stage)} holds ${units(subject, parseQuantity(target.fromPipeline))} already.`,
    formula: `${subject.format.number(target.fromPipeline)} open`,
    inputs: [],
    supports: [...at, "total"],
  };
};

/** Wins of this work that come too late to count. */
export const explainAfterEnd: Explainer = (subject, path) => {
  const { target, at } = placeOf(subject, path);
  return {
    text: `After the period's end, ${counted(subject, parseQuantity(target.afterEnd), "win")} of the work at ${named(target.stage)} can be expected.`,
    formula: `${subject.format.number(target.afterEnd)} wins later`,
    inputs: [],
    supports: [...at, "total"],
  };
};
