import type { FlowStage } from "../model/flow.js";
import { encodeExact } from "../number/exact-string.js";
import { must } from "../number/invariant.js";
import { multiply, ratio } from "../number/ratio.js";
import type { RateSource } from "../words/explanations/of-stage.js";
import type { Explainer } from "./explainer.js";
import { input } from "./input.js";
import { placeOf } from "./place.js";

/** The share of a stage's units that go on. */
export const explainRate: Explainer = (subject, path) => {
  const { target, stage: found, at } = placeOf(subject, path);
  const stage = must(found, "a stage with a rate");
  const next = subject.compiled.flow[stage.next]?.name ?? null;
  const sameAs = stage.rated.own ? null : stage.rated.stage;
  const rate = encodeExact(stage.rate);
  return {
    says: {
      code: "stage-rate",
      figures: { stage: target.stage, rate, next, sameAs, source: sourceOf(stage) },
    },
    inputs: [input("rate", stage.rate, ["plan", ...stage.rated.path])],
    supports: [...at, "exact"],
  };
};

function sourceOf({ origin }: FlowStage): RateSource {
  if (origin.kind === "change") {
    const now = encodeExact(origin.now);
    return origin.in === "points"
      ? { of: "points", now, by: encodeExact(multiply(origin.by, ratio(100))) }
      : { of: "share", now, by: encodeExact(origin.by) };
  }
  const seen = origin.kind === "sample" ? origin : origin.kind === "range" ? origin.seen : null;
  if (seen === null) return { of: "plan" };
  const isRate = origin.kind === "sample";
  return { of: "sample", won: encodeExact(seen.won), seen: encodeExact(seen.of), isRate };
}
