import { must } from "../number/invariant.js";
import type { PipelineHealth } from "../forecast/answer.js";
import { WINS, type ForecastExplainer, type ForecastGuide } from "./forecast-subject.js";
import { NOT_A_NUMBER } from "./guide.js";

/** Wins, wins by the value of deals, or what they are worth. */
type Of = "wins" | "averageWins" | "amount";

function explainMonth(of: Of): ForecastExplainer {
  return ({ answer: { pipelineHealth }, compiled: { plan } }, path) => {
    const row = must(pipelineHealth.weighted[Number(path[2])], "a month of the pipeline");
    const figures = { plan: { goal: plan.goal }, of, value: row[of], month: row.month };
    return { says: { code: "pipeline-in-month", figures }, inputs: [], supports: WINS };
  };
}

function explainInTime(of: Of): ForecastExplainer {
  return ({ answer: { pipelineHealth }, compiled: { plan } }) => ({
    says: {
      code: "pipeline-in-time",
      figures: { plan: { goal: plan.goal }, of, value: pipelineHealth.inTime[of] },
    },
    inputs: [],
    supports: WINS,
  });
}

const explainUnderWay: ForecastExplainer = ({ answer: { pipelineHealth } }) => ({
  says: { code: "under-way", figures: { units: pipelineHealth.underWay } },
  inputs: [],
  supports: WINS,
});

const explainValue: ForecastExplainer = ({ answer: { pipelineHealth }, compiled: { plan } }) => ({
  says: {
    code: "under-way-value",
    figures: { plan: { goal: plan.goal }, value: pipelineHealth.value },
  },
  inputs: [],
  supports: WINS,
});

function explainHealth(figure: "coverage" | "neededCoverage" | "velocity"): ForecastExplainer {
  return ({ answer: { pipelineHealth } }) => {
    const value = must(pipelineHealth[figure] ?? undefined, `the figure ${figure} of a pipeline`);
    return { says: { code: "pipeline-health", figures: { figure, value } }, inputs: [], supports: WINS };
  };
}

/** An item that slipped: its place in the list, or its value. */
function explainSlipped(of: "item" | "value"): ForecastExplainer {
  return ({ answer: { pipelineHealth } }, path) => {
    const { item, stage, expected, value } = must(
      pipelineHealth.slipped[Number(path[2])],
      "an item that slipped",
    );
    const shown = of === "item" ? String(item) : must(value ?? undefined, "the value of an item");
    return {
      says: { code: "late-item", figures: { of, value: shown, item, stage, expected } },
      inputs: [],
      supports: WINS,
    };
  };
}

const explainOverdue: ForecastExplainer = ({ answer: { pipelineHealth } }, path) => {
  const { item, stage } = must(pipelineHealth.overdue[Number(path[2])], "an item that is overdue");
  const value = String(must(item ?? undefined, "the place of an item"));
  return {
    says: { code: "late-item", figures: { of: "item", value, item, stage, expected: null } },
    inputs: [],
    supports: WINS,
  };
};

/** The health of the open pipeline. */
export const PIPELINE_HEALTH: ForecastGuide<PipelineHealth> = {
  underWay: explainUnderWay,
  value: explainValue,
  inTime: {
    wins: explainInTime("wins"),
    averageWins: explainInTime("averageWins"),
    amount: explainInTime("amount"),
  },
  weighted: {
    "*": {
      month: NOT_A_NUMBER,
      wins: explainMonth("wins"),
      averageWins: explainMonth("averageWins"),
      amount: explainMonth("amount"),
    },
  },
  coverage: explainHealth("coverage"),
  neededCoverage: explainHealth("neededCoverage"),
  velocity: explainHealth("velocity"),
  slipped: {
    "*": {
      stage: NOT_A_NUMBER,
      item: explainSlipped("item"),
      expected: NOT_A_NUMBER,
      value: explainSlipped("value"),
    },
  },
  overdue: { "*": { stage: NOT_A_NUMBER, item: explainOverdue, entered: NOT_A_NUMBER } },
};
