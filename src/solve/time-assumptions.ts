import { isZero } from "../number/ratio.js";
import type { Assumption } from "../model/assumption.js";
import { showRate } from "../model/display.js";
import type { CompiledPlan } from "../model/compile.js";

/** What the answer takes for granted about time: lags that are not written, tails that are cut, the age of open work. */
export function collectTimeAssumptions(compiled: CompiledPlan): readonly Assumption[] {
  if (compiled.period.kind === "undated") return [];
  return [
    ...unwrittenLags(compiled),
    ...cutTails(compiled),
    ...openAges(compiled),
    ...cutChances(compiled),
    ...unknownLosses(compiled),
  ];
}

function unwrittenLags({ flow }: CompiledPlan): Assumption[] {
  const without = flow.filter(({ takesTime }) => !takesTime);
  const [first] = without;
  if (first === undefined) return [];
  const names = without.map(({ name }) => `"${name}"`).join(", ");
  const where = without.length === flow.length ? "every stage" : names;
  const text = `Units of ${where} go on the day they enter, because no lag is given.`;
  return [{ kind: "default", path: [...first.path, "lag"], text }];
}

function cutTails({ flow }: CompiledPlan): Assumption[] {
  return flow.flatMap(({ name, path, lag }) => {
    if (lag.kind !== "calendar" || isZero(lag.cut)) return [];
    const last = lag.first + lag.weights.length - 1;
    const text = `The slowest ${showRate(lag.cut)} from "${name}" on is counted on day ${last}, where its table ends.`;
    return [{ kind: "cut-tail", path: [...path, "lag"], text }];
  });
}

function openAges({ flow, pipeline: open }: CompiledPlan): Assumption[] {
  const unknown = flow.filter(
    ({ takesTime, index }) =>
      takesTime && open.some(({ stage, entered }) => stage === index && entered === undefined),
  );
  return unknown.map(({ name }) => ({
    kind: "open-age",
    path: ["pipeline", name],
    text: `Open work at "${name}" whose day of entry is not given counts as new on the first day of work.`,
  }));
}

function cutChances({ flow, pipelineWins }: CompiledPlan): Assumption[] {
  return flow.flatMap(({ name, index }) =>
    pipelineWins.cut.has(index)
      ? {
          kind: "open-chance",
          path: ["pipeline", name],
          text: `The chance of open work at "${name}" to have gone on by a day, given its age, is taken to twelve digits, rounded down.`,
        }
      : [],
  );
}

function unknownLosses({ flow, pipeline: open }: CompiledPlan): Assumption[] {
  const aged = flow.filter(
    ({ takesTime, lossLag, index }) =>
      takesTime &&
      lossLag === undefined &&
      open.some(({ stage, entered }) => stage === index && entered !== undefined),
  );
  return aged.map(({ name, path }) => ({
    kind: "loss-lag",
    path: [...path, "lossLag"],
    text: `Nothing is known of when units of "${name}" are lost, because its lossLag is not given: being open still is no sign of going on.`,
  }));
}
