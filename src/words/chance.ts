import { capital } from "./goal.js";
import { addMonths, dateOf } from "../calendar/day.js";
import type { Format } from "../format/format.js";
import { ratio, type Ratio } from "../number/ratio.js";
import { goalMonths } from "../plan/every.js";
import { planPeriod } from "../plan/plan-period.js";
import type { PlanInput, StageInput } from "../plan/plan.js";
import { listStages } from "../plan/stage-list.js";

/** Chances are known to about so many parts of 1. */
const PARTS = 1e6;

/** How sure a goal is: the figures of its sentence, chances from 0 to 1. */
interface ChanceData<Reached = number | null> {
  /** The chance that the plan asks for; null where it asks for none. */
  readonly asked: number | null;
  /** The chance with the work as it is planned; null where it is not told. */
  readonly reached: Reached;
  /** The chance without any margin; null where it is not told. */
  readonly without: number | null;
}

/** A chance from 0 to 1 as a ratio, to a millionth; never quite 0 or 1 where it is not. */
export function chanceRatio(chance: number): Ratio {
  const parts = Math.round(chance * PARTS);
  const isCertain = chance <= 0 || chance >= 1;
  return ratio(isCertain ? parts : Math.min(PARTS - 1, Math.max(1, parts)), PARTS);
}

/** A chance from 0 to 1, as a percentage: "57%"; never quite 0% or 100% where it is not. */
export function chanceWords(chance: number, format: Format): string {
  return format.rate(chanceRatio(chance));
}

/**
 * How sure is the goal when the work is done, in a sentence? It names what is taken as right for it.
 *
 * @returns undefined where no chance is told
 *
 * @example
 * ```ts
 * const answer = solve({ goal: { metric: "customers", amount: 10, period: "2026-01" }, funnel: [{ stage: "demo", rate: "25%" }] });
 * sayChance(answer.plan, answer.targets.chance, plainFormat); // => "56% sure, if the work is done as planned and the rates are right."
 * ```
 */
export function sayChance(plan: PlanInput, chance: ChanceData, format: Format): string | undefined {
  const { reached } = chance;
  if (reached === null) return undefined;
  const text = sureWords(plan, { ...chance, reached }, format);
  return `${capital(text)}.`;
}

/** The same as a part of a sentence: "57% sure, if the work is done as planned and the rates are right". */
export function sureWords(
  plan: PlanInput,
  { asked, reached, without }: ChanceData<number>,
  format: Format,
): string {
  const known = listStages(plan).some(({ stage, isOutside }) => !isOutside && isKnown(stage))
    ? " and the rates are right"
    : "";
  const plain =
    asked === null || without === null ? "" : `; without the margin ${chanceWords(without, format)}`;
  return `${chanceWords(reached, format)} sure${ofWhat(plan)}, if the work is done as planned${known}${plain}`;
}

/** What is sure, where it is more than one thing. */
function ofWhat(plan: PlanInput): string {
  if (plan.goals !== undefined) return " that all goals are reached";
  return goalMonths(plan).length > 0 ? " that every month reaches its own goal" : "";
}

/** A rate that comes with a sample or a range is not taken as known; one that is another stage's is judged there. */
function isKnown({ rate }: StageInput): boolean {
  return rate !== undefined && (typeof rate !== "object" || "now" in rate);
}

/** How sure the goal still is, given how work goes on: "34% sure, if the rest is done as planned". */
export function stillSureWords(chance: number, isAsPlanned: boolean, format: Format): string {
  const given = isAsPlanned ? "if the rest is done as planned" : "if work goes on at this pace";
  return `${chanceWords(chance, format)} sure, ${given}`;
}

/**
 * What a chance means, counted in periods like the plan's: "Of ten such months, about eight reach it." Where ten would be too
 * few to tell it from never or always, of a hundred.
 *
 * @example
 * ```ts
 * const plan = { goal: { metric: "customers", amount: 10, period: "2026-01" }, funnel: [{ stage: "demo", rate: "25%" }] } as const;
 * sayHowOften(plan, 0.8, plainFormat); // => "Of ten such months, about eight reach it."
 * sayHowOften(plan, 0.01, plainFormat); // => "Of a hundred such months, about one reaches it."
 * ```
 */
export function sayHowOften(plan: PlanInput, chance: number, format: Format): string {
  const noun = periodNoun(plan);
  if (chance <= 0) return `No such ${noun} reaches it.`;
  if (chance >= 1) return `Every such ${noun} reaches it.`;
  const ofTen = Math.round(chance * 10);
  const isOfTen = ofTen > 0 && ofTen < 10;
  const [all, count] = isOfTen ? ["ten", ofTen] : ["a hundred", Math.round(chance * 100)];
  const such = `Of ${all} such ${noun}s,`;
  if (count === 0) return `${such} hardly one reaches it.`;
  if (!isOfTen && count === 100) return `${such} hardly one misses it.`;
  return `${such} about ${COUNTS[count - 1] ?? format.number(count)} ${count === 1 ? "reaches" : "reach"} it.`;
}

const COUNTS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

/** What a period like the plan's is called: "month", "quarter", "year", "week"; "period" for any other length. */
function periodNoun(plan: PlanInput): string {
  const period = planPeriod(plan);
  if (period.kind === "undated") return "period";
  const { first, last } = period;
  const { month, dayOfMonth } = dateOf(first);
  const isMonths = (count: number) => dayOfMonth === 1 && addMonths(first, count) === last + 1;
  if (isMonths(1)) return "month";
  if (isMonths(3) && month % 3 === 1) return "quarter";
  if (isMonths(12)) return "year";
  return last - first === 6 ? "week" : "period";
}
