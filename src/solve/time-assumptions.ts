import { goalAt } from "../model/chosen-goal.js";
import { isZero } from "../number/ratio.js";
import { encodeExact } from "../number/exact-string.js";
import type { AssumptionData } from "../words/assumptions.js";
import type { CompiledPlan } from "../model/compile.js";
import type { Targets } from "./answer.js";
import { isFromOutside } from "../model/flow.js";

/** What the answer takes for granted about time: lags that are not written, tails that are cut, the age of open work. */
export function collectTimeAssumptions(compiled: CompiledPlan): readonly AssumptionData[] {
  if (compiled.period.kind === "undated") return [];
  return [
    ...unwrittenLags(compiled),
    ...cutTails(compiled),
    ...openAges(compiled),
    ...cutChances(compiled),
    ...unknownLosses(compiled),
    ...profiledWork(compiled),
    ...monthsAlone(compiled),
  ];
}

/** Work that comes when nobody of its team is there any more in the period: it is dealt to nobody, and counted all the same. */
export function lateWork({ activities }: Pick<Targets, "activities">): readonly AssumptionData[] {
  return activities.flatMap(({ activity, owner, total, days, people }): AssumptionData[] => {
    const dealt = people.reduce((sum, person) => sum + person.total, 0);
    if (owner === null || people.length === 0 || dealt >= total) return [];
    const lastDay = days.at(-1)?.on ?? null;
    return [
      {
        ...{ code: "work-too-late", kind: "work-too-late", path: ["teams", owner] },
        ...{ activity, team: owner, count: total - dealt, lastDay },
      },
    ];
  });
}

function profiledWork(compiled: CompiledPlan): AssumptionData[] {
  const { partEnds, pipeline, flow } = compiled;
  const bringsOthers = pipeline.length > 0 || flow.some(({ brought }) => brought !== null);
  if (partEnds.length === 0 || !bringsOthers) return [];
  return [{ code: "profile-of-new-work", kind: "profile", path: goalAt(compiled, "profile") }];
}

function monthsAlone({ months }: CompiledPlan): AssumptionData[] {
  if (months.length === 0) return [];
  return [{ code: "months-by-themselves", kind: "every", path: ["goal", "every"] }];
}

function unwrittenLags({ flow }: CompiledPlan): AssumptionData[] {
  // What comes from outside is there on the day it comes.
  const own = flow.filter((stage) => !isFromOutside(stage));
  const without = own.filter(({ takesTime }) => !takesTime);
  const [first] = without;
  if (first === undefined) return [];
  const stages = without.length === own.length ? null : without.map(({ name }) => name);
  return [{ code: "no-lag", stages, kind: "default", path: [...first.path, "lag"] }];
}

function cutTails({ flow }: CompiledPlan): AssumptionData[] {
  return flow.flatMap(({ name, path, lag }) => {
    if (lag.kind !== "calendar" || isZero(lag.cut)) return [];
    const last = lag.first + lag.weights.length - 1;
    const kind = { code: "cut-tail", stage: name, share: encodeExact(lag.cut), day: last } as const;
    return [{ ...kind, kind: "cut-tail", path: [...path, "lag"] }];
  });
}

function openAges({ flow, pipeline: open }: CompiledPlan): AssumptionData[] {
  const unknown = flow.filter(
    ({ takesTime, index }) =>
      takesTime && open.some(({ stage, entered }) => stage === index && entered === undefined),
  );
  return unknown.map(({ name }) => ({
    kind: "open-age",
    path: ["pipeline", name],
    code: "new-pipeline",
    stage: name,
  }));
}

function cutChances({ flow, pipelineWins }: CompiledPlan): AssumptionData[] {
  return flow.flatMap(({ name, index }) =>
    pipelineWins.cut.has(index)
      ? {
          kind: "open-chance",
          path: ["pipeline", name],
          code: "twelve-digits",
          stage: name,
        }
      : [],
  );
}

function unknownLosses({ flow, pipeline: open }: CompiledPlan): AssumptionData[] {
  const aged = flow.filter(
    ({ takesTime, lossLag, index }) =>
      takesTime &&
      lossLag === undefined &&
      open.some(({ stage, entered }) => stage === index && entered !== undefined),
  );
  return aged.map(({ name, path }) => ({
    kind: "loss-lag",
    path: [...path, "lossLag"],
    code: "losses-unknown",
    stage: name,
  }));
}
