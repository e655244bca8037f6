import { chosenPlan } from "../../plan/goals.js";
import { formatDay } from "../../calendar/day.js";
import type { Format } from "../../format/format.js";
import type { Forecast, GoalOutlook } from "../../forecast/answer.js";
import { decodeExact } from "../../number/exact-string.js";
import { must } from "../../number/invariant.js";
import { compare, ONE, type Ratio } from "../../number/ratio.js";
import { parseRateText } from "../../number/rate-text.js";
import { goalMonths } from "../../plan/every.js";
import { planPeriod } from "../../plan/plan-period.js";
import { parseQuantity, type Quantity } from "../../schema/quantity.js";
import { chanceWords } from "../../words/chance.js";
import { sayForecastChance } from "../../words/forecast-chance.js";
import { goalWords, periodWords, writtenGoal, writtenGoals } from "../../words/goal.js";
import { sayMonthAhead } from "../../words/month-ahead.js";
import { sentence, type Block, type Section } from "../report.js";

/** What is expected by the period's end, where it comes from, and what comes later. */
export function outlookSection(answer: Forecast, format: Format): Section {
  const blocks: Block[] = [
    sentence(goalText(answer, format)),
    attainmentSentence(answer, format),
    ...goalSentences(answer, format),
    sentence(partsText(answer.atEnd, format)),
    ...chanceSentence(answer, format),
    ...monthBlocks(answer, format),
  ];
  if (answer.afterEnd.wins !== "0") {
    const later = format.plural(answer.afterEnd.wins, "win");
    blocks.push(sentence(`After the end, ${later} more can be expected of this work.`));
  }
  return { title: "Outlook", blocks };
}

function goalText(answer: Forecast, format: Format): string {
  const { asOf, pace, paceDays } = answer;
  const plan = chosenPlan(answer);
  const period = planPeriod(plan);
  const until =
    goalMonths(plan).length > 0
      ? ` ${periodWords(plan, format)}; what follows is of all months together, then of each`
      : period.kind === "dated"
        ? ` by ${format.date(formatDay(period.last))}`
        : "";
  return `Goal: ${writtenGoals(answer.plan, format)}${until}. Seen through ${format.date(asOf)}; ${paceText(pace, paceDays, format)}.`;
}

/** Each month that is not over by itself, where the goal holds for each. */
function monthBlocks(answer: Forecast, format: Format): Block[] {
  const { months = [], pace } = answer;
  const plan = chosenPlan(answer);
  const items = months.map((month) => sayMonthAhead(plan, month, pace === "targets", format));
  return items.length === 0 ? [] : [sentence("Each month ahead by itself:"), { kind: "list", items }];
}

function paceText(pace: Forecast["pace"], days: Forecast["paceDays"], format: Format): string {
  if (pace === "targets") return "work goes on as the plan asks";
  if ("recent" in pace) return recentText(days, format);
  if ("ofPlan" in pace) {
    const parts = Object.entries(pace.ofPlan).flatMap(([stage, part]) =>
      part === undefined ? [] : [`${format.writtenRate(partOfPlan(part))} of "${stage}"`],
    );
    return `work goes on as the plan asks, at ${parts.join(", ")}`;
  }
  const each = Object.entries(pace.perDay).flatMap(([stage, count]) =>
    count === undefined ? [] : [`${format.written(parseQuantity(count))} × "${stage}"`],
  );
  return `work goes on at ${each.length === 0 ? "nothing" : each.join(", ")} a working day`;
}

function partOfPlan(part: Quantity): Ratio {
  return must(parseRateText(part), "the part of the plan that a pace names");
}

function recentText(days: number | null, format: Format): string {
  if (days === null || days === 0) return "no work goes on, because no day of it is known so far";
  return `work goes on as in the last ${days === 1 ? "working day" : format.plural(days, "working day")}`;
}

function attainmentSentence(answer: Forecast, format: Format): Block {
  const { amount, attainment, wins } = answer.atEnd;
  const expected = `Expected: ${goalWords(chosenPlan(answer), amount, format)} from ${format.plural(wins, "win")}`;
  const sure = chanceOfOne(answer.goals?.[answer.binds ?? 0], format);
  if (attainment === null) return sentence(`${expected}${sure}.`);
  const isEnough = compare(decodeExact(attainment), ONE) >= 0;
  return sentence(`${expected}, ${format.rate(attainment)} of the goal${sure}.`, isEnough ? "good" : "bad");
}

/** How sure one of several goals is by itself. */
function chanceOfOne(goal: GoalOutlook | undefined, format: Format): string {
  const chance = goal?.chance ?? null;
  return chance === null ? "" : `, with a chance of ${chanceWords(chance, format)} by itself`;
}

/** What the other ones of several goals come to. */
function goalSentences({ plan, goals = [], binds: binding }: Forecast, format: Format): Block[] {
  return goals.flatMap((goal, place) => {
    if (place === binding) return [];
    const { amount, attainment } = goal;
    const sure = chanceOfOne(goal, format);
    const alone = chosenPlan({ plan, binds: place });
    const text = `Of ${writtenGoal(alone, format)}: ${goalWords(alone, amount, format)}`;
    if (attainment === null) return [sentence(`${text}${sure}.`)];
    const isEnough = compare(decodeExact(attainment), ONE) >= 0;
    return [sentence(`${text}, ${format.rate(attainment)} of the goal${sure}.`, isEnough ? "good" : "bad")];
  });
}

/** How sure that is, or why that is not told; nothing where it was not to be told. */
function chanceSentence(answer: Forecast, format: Format): Block[] {
  const { chance } = answer;
  if (chance === null) return [];
  const { atEnd, level, reason } = chance;
  if (atEnd !== null)
    return [
      sentence(
        sayForecastChance(chosenPlan(answer), { ...atEnd, level, ofAll: answer.goals !== undefined }, format),
      ),
    ];
  return reason === null ? [] : [sentence(reason.text)];
}

function partsText({ from }: Forecast["atEnd"], format: Format): string {
  const [won = "", open = "", pace = ""] = format.parts([from.won, from.pipeline, from.pace]);
  const isWon = `${won} ${from.won === "1" ? "is" : "are"} won already`;
  const isOpen = `${open} ${from.pipeline === "1" ? "comes" : "come"} from work under way`;
  return `Of these wins, ${isWon}, ${isOpen}, and ${pace} from work still to be started.`;
}
