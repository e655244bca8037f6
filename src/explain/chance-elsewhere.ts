import type { Alignment } from "../align/answer.js";
import type { Backtest } from "../history/backtest/answer.js";
import { must } from "../number/invariant.js";
import type { Path } from "../schema/issue.js";
import type { Comparison } from "../sensitivity/compare.js";
import type { Levers } from "../sensitivity/levers.js";
import type { SolvedFor } from "../sensitivity/solve-for.js";
import type { CheckResult } from "../track/check.js";
import type { Scorecard } from "../track/scorecard/scorecard.js";
import type { Track } from "../track/track.js";
import type { GoalsTogether, PlanSureness } from "../words/goals-together.js";
import type { TrackChance } from "../words/progress.js";
import type { ExplanationData } from "../words/explanations/say-explanation.js";
import { BACKTEST } from "./backtest.js";
import { CHECK } from "./check-finding.js";
import { NOT_A_NUMBER, type AnyGuide, type Guide } from "./guide.js";

/** Explains the number at a full path of an answer that holds no plan, from that answer alone. */
type ExplainerOf<Answer> = (answer: Answer, path: Path) => ExplanationData;

type Tracked = Pick<Track, "chance" | "goals">;

/** The chance of the goal, or of the one of several that a path leads to. */
function chanceOf({ chance, goals }: Tracked, path: Path): TrackChance {
  const told = path[0] === "goals" ? goals?.[Number(path[1])]?.chance : chance;
  return must(told ?? undefined, "the chance of an answer that tells one");
}

/** The number itself, where an explainer for it was found. */
function figure(value: number | null | undefined): number {
  return must(value ?? undefined, "a chance that is told");
}

const STILL: Guide<ExplainerOf<Tracked>, TrackChance> = {
  asked: (answer, path) => ({
    code: "chance-asked",
    figures: { chance: figure(chanceOf(answer, path).asked) },
  }),
  asPlanned: (answer, path) => ({
    code: "chance-still",
    figures: { given: "as planned", chance: figure(chanceOf(answer, path).asPlanned) },
  }),
  paceSoFar: (answer, path) => ({
    code: "chance-still",
    figures: { given: "pace so far", chance: figure(chanceOf(answer, path).paceSoFar) },
  }),
  previous: {
    asOf: NOT_A_NUMBER,
    asPlanned: (answer, path) => {
      const previous = must(chanceOf(answer, path).previous ?? undefined, "an earlier snapshot");
      return {
        code: "chance-before",
        figures: { on: previous.asOf, chance: figure(previous.asPlanned) },
      };
    },
  },
  best: (answer, path) => ({
    code: "chance-still",
    figures: { given: "all that can be done", chance: figure(chanceOf(answer, path).best) },
  }),
  error: (answer, path) => ({
    code: "chance-error",
    figures: { error: figure(chanceOf(answer, path).error) },
  }),
  reason: NOT_A_NUMBER,
};

function plansOf({ chances }: Alignment, path: Path): PlanSureness {
  return must(chances[Number(path[1])], "a plan with a chance");
}

const PLAN_SURENESS: Guide<ExplainerOf<Alignment>, PlanSureness> = {
  plan: NOT_A_NUMBER,
  asked: (answer, path) => ({
    code: "chance-asked",
    figures: { chance: figure(plansOf(answer, path).asked) },
  }),
  reached: (answer, path) => {
    const { plan, reached } = plansOf(answer, path);
    return { code: "chance-of-plan", figures: { plan, chance: figure(reached) } };
  },
  error: (answer, path) => ({
    code: "chance-error",
    figures: { error: figure(plansOf(answer, path).error) },
  }),
};

/** The chance that goals are all reached, what it is not below or above, and what it would be with nothing in common. */
function together(which: "chance" | "atLeast" | "atMost" | "product"): ExplainerOf<Alignment> {
  return (answer, path) => {
    const group = must(answer.together[Number(path[1])], "plans that share stages");
    const { plans, stages } = group;
    return { code: "chance-together", figures: { which, plans, stages, chance: figure(group[which]) } };
  };
}

const TOGETHER: Guide<ExplainerOf<Alignment>, GoalsTogether> = {
  plans: NOT_A_NUMBER,
  stages: NOT_A_NUMBER,
  chance: together("chance"),
  atLeast: together("atLeast"),
  atMost: together("atMost"),
  product: together("product"),
  reason: NOT_A_NUMBER,
  text: NOT_A_NUMBER,
};

const explainNow: ExplainerOf<Levers> = ({ now }) => ({
  code: "chance-held",
  figures: { chance: figure(now.chance) },
});

/** What a lever does to the chance of today's work: what it then is, and what that is more or less. */
function moved(which: "then" | "change"): ExplainerOf<Levers> {
  return ({ levers }, path) => {
    const lever = must(levers[Number(path[1])], "a lever");
    const { by, then, change } = must(lever.steps[Number(path[3])], "a step of a lever");
    const figures = { what: lever.what, by, chance: figure(then.chance) };
    return which === "then"
      ? { code: "chance-moved", figures }
      : { code: "chance-change", figures: { ...figures, change: figure(change.chance) } };
  };
}

const explainScenario: ExplainerOf<Comparison> = ({ scenarios }, path) => {
  const { name, chance } = must(scenarios[Number(path[1])], "a scenario");
  return { code: "chance-of-plan", figures: { plan: name, chance: figure(chance) } };
};

const explainSolved: ExplainerOf<SolvedFor> = (answer) => ({
  code: "chance-held",
  figures: { chance: figure("chance" in answer ? answer.chance : null) },
});

const explainAskedFor: ExplainerOf<SolvedFor> = ({ asked }) => ({
  code: "chance-asked",
  figures: { chance: figure(asked) },
});

/** An answer that holds no plan and says how sure it is. */
export type SureAnswer =
  Track | Scorecard | Alignment | Levers | Comparison | SolvedFor | CheckResult | Backtest;

/** Is it one of these, as far as can be seen? */
export function isSureAnswer(answer: object): answer is SureAnswer {
  const parts = ["together", "levers", "scenarios", "limit", "failures", "heldByLuck"];
  return parts.some((part) => part in answer) || ("chance" in answer && "verdict" in answer);
}

/** Who explains the chances of such an answer. */
export function sureGuide(answer: SureAnswer): AnyGuide<ExplainerOf<never>> {
  if ("together" in answer) return { chances: { "*": PLAN_SURENESS }, together: { "*": TOGETHER } };
  if ("levers" in answer)
    return {
      now: { chance: explainNow },
      levers: {
        "*": { steps: { "*": { then: { chance: moved("then") }, change: { chance: moved("change") } } } },
      },
    };
  if ("scenarios" in answer) return { scenarios: { "*": { chance: explainScenario } } };
  if ("limit" in answer) return { asked: explainAskedFor, chance: explainSolved };
  if ("failures" in answer) return CHECK;
  if ("heldByLuck" in answer) return BACKTEST;
  return { chance: STILL, goals: { "*": { chance: STILL } } };
}
