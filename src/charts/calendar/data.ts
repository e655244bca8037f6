import { compilePlanCalendar } from "../../model/plan-calendar.js";
import { makeFormat } from "../../format/format.js";
import { planFacts } from "../../words/plan-format.js";
import { calendarWords } from "./words.js";
import { parsePeriod } from "../../plan/period.js";
import type { Target } from "../../schedule/target.js";
import type { Solution } from "../../solve/answer.js";
import { deepFreeze } from "../../solve/freeze.js";
import { isWorkingDay } from "../../calendar/working-days.js";
import { dateOf, daysInMonth, dayOf, formatDay } from "../../calendar/day.js";
import type { CalendarPicture, CalendarStage, PictureMonth } from "./picture.js";
import type { PictureNumber } from "../picture-number.js";

/** What a calendar shows. */
export interface CalendarOptions {
  /** Which stages to show, of those whose units are work of their own; all of them unless given. */
  readonly stages?: readonly string[] | undefined;
}

const MOST_MONTHS = 12;

/**
 * What is to be started on each day, month by month: the daily numbers where they stand in a calendar. Weekends and
 * holidays are empty, and the last day that still counts is known.
 *
 * @returns null where no day has a number: a period without dates, or nothing to start
 *
 * @example
 * ```ts
 * const answer = solve({ goal: { metric: "customers", amount: 10, period: "2026-01" }, funnel: [{ stage: "demo", rate: "25%" }] });
 * calendarPicture(answer)?.stages[0]?.months[0]?.days[4]?.count?.value; // => "2"
 * ```
 */
export function calendarPicture(answer: Solution, { stages }: CalendarOptions = {}): CalendarPicture | null {
  const shown = (answer.targets?.path ?? [])
    .filter(({ kind, days }) => kind === "work" && days.some(({ count }) => count > 0))
    .filter(({ stage }) => stages?.includes(stage) ?? true)
    .map((target) => calendarStage(answer, target));
  if (shown.length === 0) return null;
  const facts = { ...planFacts(answer.plan), currency: null };
  const picture = { kind: "calendar", title: "What to start on each day", ...facts, stages: shown } as const;
  return deepFreeze({ ...picture, description: calendarWords(picture, makeFormat(undefined, facts)) });
}

function calendarStage(answer: Solution, target: Target): CalendarStage {
  const { stage, owner, days, total, perDay, window } = target;
  const at = (...rest: (string | number)[]) => ["stages", stage, ...rest];
  const started = days.filter(({ count }) => count > 0).map(({ on }) => on.slice(0, "2026-01".length));
  const all = monthsBetween(started[0] ?? "", started.at(-1) ?? "");
  const counts = new Map(
    days.map(({ on, count }, index) => [on, { value: String(count), path: at("days", index, "count") }]),
  );
  return {
    stage,
    owner,
    total: { value: String(total), path: at("total") },
    perDay: perDay === null ? null : { value: String(perDay), path: at("perDay") },
    startBy: window?.startBy ?? null,
    months: all.slice(0, MOST_MONTHS).map((month) => monthOf(answer, month, counts)),
    monthsLeftOut: Math.max(0, all.length - MOST_MONTHS),
  };
}

function monthsBetween(first: string, last: string): string[] {
  const index = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;
  const [from, to] = [index(first), index(last)];
  return Array.from({ length: to - from + 1 }, (_, step) => {
    const month = ((from + step) % 12) + 1;
    return `${String(Math.floor((from + step) / 12))}-${month < 10 ? "0" : ""}${String(month)}`;
  });
}

function monthOf(
  { plan }: Solution,
  month: string,
  counts: ReadonlyMap<string, PictureNumber>,
): PictureMonth {
  const calendar = compilePlanCalendar(plan);
  const period = parsePeriod(plan.goal.period);
  const first = dayOf(Number(month.slice(0, 4)), Number(month.slice(5)), 1) ?? 0;
  const { year, month: number } = dateOf(first);
  const days = Array.from({ length: daysInMonth(year, number) }, (_, index) => first + index);
  return {
    month,
    days: days.map((day) => {
      const on = formatDay(day);
      const count = counts.get(on);
      const inPeriod = period.kind === "dated" && day >= period.first && day <= period.last;
      return {
        on,
        isWorking: inPeriod && isWorkingDay(calendar, day),
        count: count === undefined || count.value === "0" ? null : count,
      };
    }),
  };
}
