import type { FlowRate } from "../model/flow.js";
import type { RateInput } from "../plan/rate.js";
import { parseQuantity } from "../schema/quantity.js";
import type { Explainer, Subject } from "./explainer.js";
import { input } from "./formula.js";
import { named, placeOf } from "./place.js";

/** The share of a stage's units that go on. */
export const explainRate: Explainer = (subject, path) => {
  const { target, stage, at } = placeOf(subject, path);
  const rate = parseQuantity(target.rate ?? "0");
  const next = stage === undefined ? undefined : subject.model.flow[stage.next];
  const to = next === undefined ? "are won" : `go on to ${named(next.name)}`;
  const rated = stage?.rated;
  return {
    text: `${subject.format.writtenRate(rate)} of the units that enter ${named(target.stage)} ${to}${origin(subject, rated)}.`,
    formula: formulaOf(subject, rated?.written, subject.format.writtenRate(rate)),
    inputs: [input("rate", rate, ["plan", ...(rated?.path ?? [])])],
    supports: [...at, "exact"],
  };
};

type Written = RateInput | undefined;

function origin(subject: Subject, rated: FlowRate | undefined): string {
  const same = rated?.own === false ? `, the same as of ${named(rated.stage)}` : "";
  return `${same}${source(subject, rated?.written)}`;
}

function source(subject: Subject, written: Written): string {
  if (typeof written !== "object") return ", as the plan says";
  if ("now" in written) return `: now ${written.now}, changed by ${written.change}`;
  return written.won === undefined || written.of === undefined
    ? ", as the plan says"
    : `: ${subject.format.number(parseQuantity(written.won))} of ${subject.format.number(parseQuantity(written.of))} did`;
}

function formulaOf(subject: Subject, written: Written, rate: string): string {
  if (typeof written !== "object" || !("won" in written) || "rate" in written) return rate;
  const { won, of } = written;
  return `${subject.format.number(parseQuantity(won))} ÷ ${subject.format.number(parseQuantity(of))} = ${rate}`;
}
