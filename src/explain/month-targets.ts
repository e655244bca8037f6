import { monthView } from "../model/month-view.js";
import { must } from "../number/invariant.js";
import type { Path } from "../schema/issue.js";
import { plannedVolumes } from "../schedule/planned-wins.js";
import type { MonthTargets } from "../solve/answer.js";
import { buildTargets } from "../solve/targets.js";
import { explainAmount as explainStepAmount, explainWins as explainStepWins } from "./bridge-item.js";
import { goalPath, type Explainer, type GuideOf, type Subject } from "./explainer.js";
import type { ExplanationInput } from "./explanation.js";
import { NOT_A_NUMBER } from "./guide.js";
import { explainPerDay } from "./pace.js";
import { explainExact, explainTotal } from "./stage-need.js";
import { explainExactWins, explainWins } from "./wins.js";
import { goalSays } from "./goal.js";

const views = new WeakMap<object, Map<number, Subject>>();

/** A month as an answer of its own, so that whoever explains a plan explains a month. */
function viewOf({ answer, compiled }: Subject, month: number): Subject {
  const known = views.get(compiled) ?? new Map<number, Subject>();
  views.set(compiled, known);
  const seen = known.get(month);
  if (seen !== undefined) return seen;
  const alone = monthView(compiled, month);
  const targets = buildTargets(alone, plannedVolumes(alone));
  const view = { compiled: alone, answer: { ...answer, plan: alone.written, targets } };
  known.set(month, view);
  return view;
}

/** Lets a number of a month be explained as that of a plan of this month alone. */
function inMonth(explainer: Explainer): Explainer {
  return (subject, path) => {
    const month = Number(path[2]);
    const { says, inputs, supports } = explainer(viewOf(subject, month), aloneAt(path.slice(3)));
    const within = (alone: Path): Path | undefined => monthPath(month, alone);
    return {
      says,
      inputs: inputs.flatMap((given): ExplanationInput[] => {
        const own = within(given.path);
        return own === undefined ? [] : [{ ...given, path: own }];
      }),
      // What a month's answer does not list serves the month's goal.
      supports: supports === null ? null : (within(supports) ?? ["targets", "months", month, "amount"]),
    };
  };
}

function aloneAt(path: Path): Path {
  return path[0] === "stages" ? ["targets", "path", ...path.slice(1)] : ["targets", ...path];
}

/** The numbers of a stage that the answer lists for a month. */
const OF_STAGE = ["exact", "total", "perDay"];

/** Where a number of a month's own answer stands in the whole one; undefined where it does not. */
function monthPath(month: number, alone: Path): Path | undefined {
  const own = ["targets", "months", month];
  const [whole, part = "", key = "", last = ""] = alone;
  if (whole === "plan") return alone;
  switch (part) {
    case "wins":
    case "exactWins":
    case "bridge":
      return [...own, ...alone.slice(1)];
    case "goal":
      return [...own, "amount"];
    case "path":
      return OF_STAGE.includes(String(last)) ? [...own, "stages", key, last] : undefined;
    default:
      return undefined;
  }
}

/** What is to be reached in the month. */
const explainAmount: Explainer = (subject, path) => {
  const says = goalSays(monthView(subject.compiled, Number(path[2])));
  return { says, inputs: [], supports: goalPath(subject) };
};

/** What open work brings in the month. */
const explainFromPipeline: Explainer = (subject, path) => {
  const month = Number(path[2]);
  const { fromPipeline, month: name } = must(
    subject.answer.targets?.months?.[month],
    "the targets of a month",
  );
  return {
    says: { code: "month-from-pipeline", figures: { month: name, wins: fromPipeline } },
    inputs: [],
    supports: ["targets", "months", month, "wins"],
  };
};

/** What one month asks for. */
export const MONTH_TARGETS: GuideOf<MonthTargets> = {
  month: NOT_A_NUMBER,
  start: NOT_A_NUMBER,
  end: NOT_A_NUMBER,
  amount: explainAmount,
  wins: inMonth(explainWins),
  exactWins: inMonth(explainExactWins),
  bridge: {
    "*": { item: NOT_A_NUMBER, amount: inMonth(explainStepAmount), wins: inMonth(explainStepWins) },
  },
  fromPipeline: explainFromPipeline,
  stages: {
    "*": {
      stage: NOT_A_NUMBER,
      exact: inMonth(explainExact),
      total: inMonth(explainTotal),
      perDay: inMonth(explainPerDay),
    },
  },
};
