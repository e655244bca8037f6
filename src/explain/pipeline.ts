import { paidBridge } from "../model/bridge.js";
import { encodeExact, type ExactString } from "../number/exact-string.js";
import { must } from "../number/invariant.js";
import { divide, isZero, ratio, subtract } from "../number/ratio.js";
import { parseQuantity } from "../schema/quantity.js";
import type { PipelineAnswer } from "../solve/answer.js";
import { targetsOf, type Explainer, type GuideOf } from "./explainer.js";
import { NOT_A_NUMBER } from "./guide.js";
import { input } from "./input.js";

const WINS = ["targets", "wins"] as const;
const AVERAGE_WINS = ["targets", "pipeline", "averageWins"] as const;

/** The wins that open work is expected to bring. */
const explainWins: Explainer = (subject) => ({
  says: { code: "pipeline-wins", figures: { wins: targetsOf(subject).pipeline.wins } },
  inputs: [],
  supports: WINS,
});

/** The same wins, each counted by its value in average deals. */
const explainAverageWins: Explainer = (subject) => {
  const { wins, averageWins } = targetsOf(subject).pipeline;
  return {
    says: { code: "pipeline-average-wins", figures: { wins: averageWins } },
    inputs: [input("deals that are won", wins, ["targets", "pipeline", "wins"])],
    supports: WINS,
  };
};

/** What an average win of open work adds: these come early, and so pay longer than others. */
function eachOf(amount: ExactString, wins: ExactString): ExactString {
  const count = parseQuantity(wins);
  return isZero(count) ? "0" : encodeExact(divide(parseQuantity(amount), count));
}

/** What the wins of open work are worth: average wins × what an average win adds. */
const explainAmount: Explainer = (subject) => {
  const { averageWins, amount } = targetsOf(subject).pipeline;
  const { plan, bridge, earning } = subject.compiled;
  return {
    says: {
      code: "pipeline-amount",
      figures: {
        plan: { goal: plan.goal },
        amount,
        wins: averageWins,
        worth: earning === undefined ? encodeExact(paidBridge(bridge).worth) : eachOf(amount, averageWins),
      },
    },
    inputs: [input("average wins of open work", averageWins, AVERAGE_WINS)],
    supports: WINS,
  };
};

/** The wins that new work must still bring: wins to go for − what open work is expected to bring, not below 0. */
const explainRemaining: Explainer = (subject) => {
  const { pipeline, wins } = targetsOf(subject);
  const { remaining: still, averageWins: expected } = pipeline;
  const inputs = [input("wins", wins, WINS), input("of open work", expected, AVERAGE_WINS)];
  if (still === "0" && wins > 0)
    return { says: { code: "remaining-none", figures: { wins, expected } }, inputs, supports: WINS };
  const left = encodeExact(subtract(ratio(wins), parseQuantity(expected)));
  return { says: { code: "remaining", figures: { wins, expected, still, left } }, inputs, supports: WINS };
};

/** An item of open work that should have gone on before. */
const explainOverdue: Explainer = (subject, path) => {
  const { item, stage, entered } = must(
    targetsOf(subject).pipeline.overdue[Number(path[3])],
    "an item that is overdue",
  );
  const figures = { item: must(item ?? undefined, "the place of an item"), stage, entered };
  return {
    says: { code: "overdue-item", figures },
    inputs: [],
    supports: ["targets", "pipeline", "wins"],
  };
};

/** What the open work carries of the goal. */
export const PIPELINE: GuideOf<PipelineAnswer> = {
  wins: explainWins,
  averageWins: explainAverageWins,
  amount: explainAmount,
  remaining: explainRemaining,
  overdue: { "*": { stage: NOT_A_NUMBER, item: explainOverdue, entered: NOT_A_NUMBER } },
};
