import { chosenPlan } from "../../plan/goals.js";
import type { Format } from "../../format/format.js";
import type { Forecast } from "../../forecast/answer.js";
import { weekday } from "../../calendar/day.js";
import { at } from "../../number/invariant.js";
import { parseWrittenDay } from "../../plan/dates.js";
import { capital, isMoney, metricWords } from "../../words/goal.js";
import { amountCell, numberCell } from "../figures.js";
import { left, right, table, type Section } from "../report.js";

/** More weeks than these are thinned out, evenly, the last one kept. */
const MOST_LINES = 14;

const SUNDAY = 6;

/** What will have entered each stage and been won by the end of each week, and what the metric comes to. */
export function byDateSection(answer: Forecast, format: Format): Section {
  const { byDate, stages } = answer;
  const plan = chosenPlan(answer);
  const marks = weekEnds(byDate.map(({ on }) => on));
  const names = Object.keys(stages);
  const columns = [
    left("By"),
    ...names.map((name) => right(name)),
    right("Wins"),
    right(amountHeading(answer)),
  ];
  const rows = marks.map((index) => {
    const { on, wins, amount } = at(byDate, index);
    const entries = names.map((name) => numberCell(format, stages[name]?.byDate[index]?.entries ?? null));
    const worth = isMoney(plan) ? amountCell(format, amount) : numberCell(format, amount);
    return [format.date(on), ...entries, numberCell(format, wins), worth];
  });
  return { title: "By date", blocks: rows.length === 0 ? [] : [table(columns, rows)] };
}

/** What a column of amounts is of: of several goals they are those of the one that needs most. */
export function amountHeading(answer: Forecast): string {
  return answer.goals === undefined ? "Amount" : capital(metricWords(chosenPlan(answer).goal.metric));
}

function weekEnds(dates: readonly string[]): number[] {
  const ends = dates.flatMap((on, index) =>
    weekday(parseWrittenDay(on)) === SUNDAY || index === dates.length - 1 ? [index] : [],
  );
  const step = Math.ceil(ends.length / MOST_LINES);
  return ends.filter((_, index) => (ends.length - 1 - index) % step === 0);
}
