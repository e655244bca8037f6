import { parseLagText } from "../../lag/read-lag.js";
import { compare, multiply, ONE, subtract, type Ratio } from "../../number/ratio.js";
import { issueAt, type Issue, type Problem } from "../../schema/issue.js";
import { suggestion } from "../../schema/suggestion.js";
import type { GoalPlan } from "../plan.js";
import { readRate } from "../rate-reading.js";
import { stagesBeside, type PlacedStage } from "../stage-list.js";

/** Stages of one list from the one that units come back to, up to the one that they come back from. */
interface Loop {
  readonly from: PlacedStage;
  readonly stages: readonly PlacedStage[];
}

/**
 * What units that come back must say: to a stage that was passed before, in a loop that crosses no other, that no channel
 * enters, and of which not everything comes round again.
 */
export function returnRules(_plan: GoalPlan, stages: readonly PlacedStage[]): Issue[] {
  const places = stages
    .filter(({ stage }) => stage.returns !== undefined)
    .map((from) => placed(from, stages));
  const loops = places.flatMap((place) => ("code" in place ? [] : [place]));
  return [
    ...places.flatMap((place) => ("code" in place ? [place] : [])),
    ...loops.flatMap(channelsInside),
    ...loops.flatMap((loop, index) => crossings(loop, loops.slice(0, index))),
    ...loops.flatMap((loop) => endless(loop, stages)),
    ...loops.flatMap(workingDayLags),
  ];
}

function placed(from: PlacedStage, stages: readonly PlacedStage[]): Loop | Issue {
  const to = String(from.stage.returns?.to);
  const list = stagesBeside(stages, from);
  const upTo = list.slice(0, list.indexOf(from) + 1);
  const start = upTo.findIndex(({ stage }) => stage.stage === to);
  if (start >= 0) return { from, stages: upTo.slice(start) };
  const names = upTo.map(({ stage }) => stage.stage);
  const isKnown = stages.some(({ stage }) => stage.stage === to);
  return issueAt([...from.path, "returns", "to"], to, {
    code: isKnown ? "returns.place" : "stage.unknown",
    expected: isKnown ? "this stage or one before it in the same list" : "a stage of the funnel",
    advice: suggestion(to, names),
  });
}

/** Units of channels that enter after the stage that others come back to would make the loop no loop. */
function channelsInside({ from, stages }: Loop): Issue[] {
  const [to, ...later] = stages;
  return later
    .filter(({ stage }) => (stage.sources ?? []).length > 0)
    .map(({ stage, path }) =>
      issueAt([...path, "sources"], stage.sources, {
        code: "returns.channel",
        expected: `no channels here, because what comes back from "${from.stage.stage}" passes this stage again`,
        advice: `let them enter at "${to?.stage.stage ?? ""}", or after "${from.stage.stage}"`,
      }),
    );
}

function crossings({ from, stages }: Loop, before: readonly Loop[]): Issue[] {
  return before
    .filter((other) => stages.some((stage) => other.stages.includes(stage)))
    .slice(0, 1)
    .map((other) =>
      issueAt([...from.path, "returns"], from.stage.returns, {
        code: "returns.crossed",
        expected: `no second way back over stages that what comes back from "${other.from.stage.stage}" passes again`,
        advice: "keep one of the two returns: that of which more come back",
      }),
    );
}

/** Of a loop of which everything comes round again nothing is ever won. */
function endless({ from, stages }: Loop, all: readonly PlacedStage[]): Issue[] {
  const byName = new Map(all.map(({ stage }) => [stage.stage, stage]));
  const rates = stages.map(({ stage }) => {
    const owner = stage.sameAs === undefined ? stage : byName.get(stage.sameAs);
    return readRate(owner?.rate).ratio;
  });
  const back = readRate(from.stage.returns?.rate).ratio;
  const last = rates.pop();
  // A rate that cannot be read has its own issue.
  if (back === undefined || last === undefined || !rates.every((rate) => rate !== undefined)) return [];
  const round = [subtract(ONE, last), back, ...rates].reduce<Ratio>(multiply, ONE);
  if (compare(round, ONE) < 0) return [];
  const problem: Problem = {
    code: "returns.loop",
    expected: "less than all to come back",
    advice: `write a rate below 100%, or a rate above 0% at "${from.stage.stage}"`,
  };
  return [issueAt([...from.path, "returns", "rate"], from.stage.returns?.rate, problem)];
}

/** Where stages stand before, when the same unit comes again is one table of days for all of them. */
function workingDayLags({ from, stages }: Loop): Issue[] {
  const [to, ...later] = stages;
  if (to === undefined || (to.first && (to.stage.sources ?? []).length === 0)) return [];
  const { returns } = from.stage;
  const back: [readonly (string | number)[], unknown][] =
    returns?.lag === undefined
      ? [[[...from.path, "lossLag"], from.stage.lossLag]]
      : [[[...from.path, "returns", "lag"], returns.lag]];
  const ahead = [to, ...later].slice(0, -1);
  return [
    ...ahead.map(({ stage, path }): [readonly (string | number)[], unknown] => [[...path, "lag"], stage.lag]),
    ...back,
  ]
    .filter(([, lag]) => lag !== undefined && isInWorkingDays(lag))
    .map(([path, lag]) =>
      issueAt([...path], lag, {
        code: "returns.lag",
        expected: `days here, because what comes back to "${to.stage.stage}" passes this stage again`,
        advice: "write calendar days, such as 7 for 5 working days",
      }),
    );
}

function isInWorkingDays(lag: unknown): boolean {
  return typeof lag === "string" && parseLagText(lag)?.kind === "workingDays";
}
