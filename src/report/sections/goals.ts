import type { Format } from "../../format/format.js";
import { chosenPlan } from "../../plan/goals.js";
import type { PlanInput } from "../../plan/plan.js";
import type { Targets } from "../../solve/answer.js";
import { goalWords, writtenGoal } from "../../words/goal.js";
import { rateCell } from "../figures.js";
import { left, right, table, type Section } from "../report.js";

/** Each of several goals: what it takes by itself, and what the wins to go for bring of it. */
export function goalsSection(plan: PlanInput, { goals = [], wins }: Targets, format: Format): Section {
  const title = "Each goal";
  if (goals.length === 0) return { title, blocks: [] };
  const columns = [
    left("Goal"),
    right("Wins it takes"),
    left(""),
    right(`${format.plural(wins, "win")} bring`),
    right("Attainment"),
  ];
  const rows = goals.map(({ wins: own, brought, attainment, binds }, place) => {
    const alone = chosenPlan({ plan, binds: place });
    return [
      writtenGoal(alone, format),
      format.number(own),
      binds ? "the most" : "",
      goalWords(alone, brought, format),
      rateCell(format, attainment),
    ];
  });
  return { title, blocks: [table(columns, rows)] };
}
