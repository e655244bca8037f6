import type { FlowStage } from "../model/flow.js";
import { isNegative, multiply, ratio, type Ratio } from "../number/ratio.js";
import type { RateOrigin } from "../plan/rate-origin.js";
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
  return {
    text: `${subject.format.writtenRate(rate)} of the units that enter ${named(target.stage)} ${to}${origin(subject, stage)}.`,
    formula: formulaOf(subject, stage?.origin, subject.format.writtenRate(rate)),
    inputs: [input("rate", rate, ["plan", ...(stage?.rated.path ?? [])])],
    supports: [...at, "exact"],
  };
};

function origin(subject: Subject, stage: FlowStage | undefined): string {
  const same = stage?.rated.own === false ? `, the same as of ${named(stage.rated.stage)}` : "";
  return `${same}${source(subject, stage?.origin)}`;
}

function source({ format }: Subject, written: RateOrigin | undefined): string {
  if (written?.kind === "change") {
    const { now, by } = written;
    const points = `${format.signed(multiply(by, ratio(100)))} points`;
    const share = `${isNegative(by) ? "" : "+"}${format.writtenRate(by)}`;
    return `: now ${format.writtenRate(now)}, changed by ${written.in === "points" ? points : share}`;
  }
  const seen = seenOf(written);
  return seen === null
    ? ", as the plan says"
    : `: ${format.number(seen.won)} of ${format.number(seen.of)} did`;
}

function seenOf(written: RateOrigin | undefined): { readonly won: Ratio; readonly of: Ratio } | null {
  if (written?.kind === "sample") return written;
  return written?.kind === "range" ? written.seen : null;
}

function formulaOf({ format }: Subject, written: RateOrigin | undefined, rate: string): string {
  return written?.kind === "sample"
    ? `${format.number(written.won)} ÷ ${format.number(written.of)} = ${rate}`
    : rate;
}
