import { isZero } from "../number/ratio.js";
import type { Assumption } from "../model/assumption.js";
import { showRate } from "../model/display.js";
import type { PlanModel } from "../model/model.js";
import { NO_LAG } from "../lag/read-lag.js";

/** What the answer takes for granted about time: lags that are not written, tails that are cut, the age of open work. */
export function collectTimeAssumptions(model: PlanModel): readonly Assumption[] {
  if (model.period.kind === "undated") return [];
  return [
    ...unwrittenLags(model),
    ...cutTails(model),
    ...openAges(model),
    ...cutChances(model),
    ...unknownLosses(model),
  ];
}

function unwrittenLags({ flow }: PlanModel): Assumption[] {
  const without = flow.filter(({ written }) => written.lag === undefined);
  if (without.length === 0) return [];
  const names = without.map(({ name }) => `"${name}"`).join(", ");
  const where = without.length === flow.length ? "every stage" : names;
  const text = `Units of ${where} go on the day they enter, because no lag is given.`;
  return [{ kind: "default", path: [...(without[0]?.path ?? []), "lag"], text }];
}

function cutTails({ flow, time }: PlanModel): Assumption[] {
  return flow.flatMap(({ name, path }, index) => {
    const lag = time?.lags[index] ?? NO_LAG;
    if (lag.kind !== "calendar" || isZero(lag.cut)) return [];
    const last = lag.first + lag.weights.length - 1;
    const text = `The slowest ${showRate(lag.cut)} from "${name}" on is counted on day ${last}, where its table ends.`;
    return [{ kind: "cut-tail", path: [...path, "lag"], text }];
  });
}

function openAges({ flow, pipeline: open }: PlanModel): Assumption[] {
  const unknown = flow.filter(
    ({ written }, index) =>
      written.lag !== undefined &&
      open.some(({ stage, entered }) => stage === index && entered === undefined),
  );
  return unknown.map(({ name }) => ({
    kind: "open-age",
    path: ["pipeline", name],
    text: `Open work at "${name}" whose day of entry is not given counts as new on the first day of work.`,
  }));
}

function cutChances({ flow, pipelineWins: openWins }: PlanModel): Assumption[] {
  return flow.flatMap(({ name }, index) =>
    openWins.cut.has(index)
      ? {
          kind: "open-chance",
          path: ["pipeline", name],
          text: `The chance of open work at "${name}" to have gone on by a day, given its age, is taken to twelve digits, rounded down.`,
        }
      : [],
  );
}

function unknownLosses({ flow, pipeline: open }: PlanModel): Assumption[] {
  const aged = flow.filter(
    ({ written }, index) =>
      written.lag !== undefined &&
      written.lossLag === undefined &&
      open.some(({ stage, entered }) => stage === index && entered !== undefined),
  );
  return aged.map(({ name, path }) => ({
    kind: "loss-lag",
    path: [...path, "lossLag"],
    text: `Nothing is known of when units of "${name}" are lost, because its lossLag is not given: being open still is no sign of going on.`,
  }));
}
