import { isZero } from "../number/ratio.js";
import { encodeExact } from "../number/exact-string.js";
import type { AssumptionData } from "../words/assumptions.js";
import type { PlanModel } from "../model/model.js";
import { NO_LAG } from "../lag/read-lag.js";

/** What the answer takes for granted about time: lags that are not written, tails that are cut, the age of open work. */
export function collectTimeAssumptions(model: PlanModel): readonly AssumptionData[] {
  if (model.period.kind === "undated") return [];
  return [
    ...unwrittenLags(model),
    ...cutTails(model),
    ...openAges(model),
    ...cutChances(model),
    ...unknownLosses(model),
  ];
}

function unwrittenLags({ flow }: PlanModel): AssumptionData[] {
  const without = flow.filter(({ written }) => written.lag === undefined);
  if (without.length === 0) return [];
  const stages = without.length === flow.length ? null : without.map(({ name }) => name);
  return [{ code: "no-lag", stages, kind: "default", path: [...(without[0]?.path ?? []), "lag"] }];
}

function cutTails({ flow, time }: PlanModel): AssumptionData[] {
  return flow.flatMap(({ name, path }, index) => {
    const lag = time?.lags[index] ?? NO_LAG;
    if (lag.kind !== "calendar" || isZero(lag.cut)) return [];
    const last = lag.first + lag.weights.length - 1;
    const kind = { code: "cut-tail", stage: name, share: encodeExact(lag.cut), day: last } as const;
    return [{ ...kind, kind: "cut-tail", path: [...path, "lag"] }];
  });
}

function openAges({ flow, pipeline: open }: PlanModel): AssumptionData[] {
  const unknown = flow.filter(
    ({ written }, index) =>
      written.lag !== undefined &&
      open.some(({ stage, entered }) => stage === index && entered === undefined),
  );
  return unknown.map(({ name }) => ({
    kind: "open-age",
    path: ["pipeline", name],
    code: "new-pipeline",
    stage: name,
  }));
}

function cutChances({ flow, pipelineWins: openWins }: PlanModel): AssumptionData[] {
  return flow.flatMap(({ name }, index) =>
    openWins.cut.has(index)
      ? {
          kind: "open-chance",
          path: ["pipeline", name],
          code: "twelve-digits",
          stage: name,
        }
      : [],
  );
}

function unknownLosses({ flow, pipeline: open }: PlanModel): AssumptionData[] {
  const aged = flow.filter(
    ({ written }, index) =>
      written.lag !== undefined &&
      written.lossLag === undefined &&
      open.some(({ stage, entered }) => stage === index && entered !== undefined),
  );
  return aged.map(({ name, path }) => ({
    kind: "loss-lag",
    path: [...path, "lossLag"],
    code: "losses-unknown",
    stage: name,
  }));
}
