import type { Format } from "../format/format.js";
import type { ExactString } from "../number/exact-string.js";
import { goalWords, metricAmount, type WithGoal } from "./goal.js";

/** What one month is expected to come to. */
interface Expected {
  readonly amount: ExactString;
  readonly isReached: boolean;
}

/** A month that is not over: what it is to reach, and what it comes to in two ways. */
interface MonthAhead {
  readonly start: string;
  readonly end: string;
  readonly goal: ExactString;
  readonly atPace: Expected | null;
  readonly asPlanned: Expected | null;
}

/**
 * Says whether a month ahead reaches its amount.
 *
 * @param isPlanned whether the pace is that of the plan, so that one way is told
 */
export function sayMonthAhead(
  plan: WithGoal,
  { start, end, goal, atPace, asPlanned }: MonthAhead,
  isPlanned: boolean,
  format: Format,
): string {
  const days = `From ${format.dateRange(start, end)}`;
  if (atPace === null || asPlanned === null)
    return `${days}: not known, because the wins so far have no days.`;
  const asked = goalWords(plan, goal, format);
  const told = ({ amount, isReached }: Expected): string =>
    `${metricAmount(plan, amount, format)}${isReached ? ", which is enough" : ", which is too little"}`;
  if (isPlanned) return `${days}, of ${asked}: ${told(atPace)}.`;
  return `${days}, of ${asked}: ${told(atPace)}, at this pace; ${told(asPlanned)}, if the rest is done as planned.`;
}
