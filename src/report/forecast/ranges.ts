import { chosenPlan } from "../../plan/goals.js";
import type { Format } from "../../format/format.js";
import type { ChanceOn, Forecast } from "../../forecast/answer.js";
import { METRIC_FACTS } from "../../plan/metric-facts.js";
import { chanceWords } from "../../words/chance.js";
import { isMoney } from "../../words/goal.js";
import { amountHeading } from "./by-date.js";
import { amountCell, numberCell } from "../figures.js";
import { left, right, table, type Section } from "../report.js";

/** More weeks than these are thinned out, evenly, the last one kept. */
const MOST_LINES = 14;

/** Where most cases lie by the end of each week, and how sure the goal is by then. */
export function rangeSection(answer: Forecast, format: Format): Section {
  const { chance } = answer;
  const plan = chosenPlan(answer);
  const days = chance === null ? [] : daysOf(chance.byWeek, chance.atEnd);
  if (chance === null || days.length === 0) return { title: "Most cases", blocks: [] };
  const isCount = METRIC_FACTS[plan.goal.metric].kind === "count";
  const amount = amountHeading(answer);
  const columns = [
    ...[left("By"), right("Wins from"), right("Wins to")],
    ...(isCount ? [] : [right(`${amount} from`), right(`${amount} to`)]),
    right(answer.goals === undefined ? "Goal reached by then" : "All goals reached by then"),
  ];
  const cell = isMoney(plan) ? amountCell : numberCell;
  const rows = days.map(({ on, wins, amount: ends, chance: reached }) => [
    format.date(on),
    ...wins.map((end) => numberCell(format, end)),
    ...(isCount ? [] : ends.map((end) => cell(format, end))),
    chanceWords(reached, format),
  ]);
  return {
    title: `Where ${chanceWords(chance.level, format)} of all cases lie`,
    blocks: [table(columns, rows)],
  };
}

function daysOf(weeks: readonly ChanceOn[], end: ChanceOn | null): readonly ChanceOn[] {
  if (end === null) return [];
  const days = [...weeks.filter(({ on }) => on < end.on), end];
  const step = Math.ceil(days.length / MOST_LINES);
  return days.filter((_, index) => (days.length - 1 - index) % step === 0);
}
