import { compilePlanCalendar } from "../../model/plan-calendar.js";
import { makeFormat } from "../../format/format.js";
import { planFacts } from "../../words/plan-format.js";
import { calendarWords } from "./words.js";
import { parseWrittenDay } from "../../plan/dates.js";
import { at } from "../../number/invariant.js";
import type { Target } from "../../schedule/target.js";
import type { PeriodAnswer, Solution } from "../../solve/answer.js";
import { deepFreeze } from "../../solve/freeze.js";
import { isWorkingDay, type WorkingCalendar } from "../../calendar/working-days.js";
import { dateOf, daysInMonth, formatDay } from "../../calendar/day.js";
import type { CalendarPicture, CalendarStage, PictureMonth } from "./picture.js";
import type { PictureNumber } from "../picture-number.js";
import { requireHanded } from "../../schema/handed.js";

/** What a calendar shows. */
interface CalendarOptions {
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
 * @throws TypeError for anything else than an answer of solve
 *
 * @example
 * ```ts
 * const answer = solve({ goal: { metric: "customers", amount: 10, period: "2026-01" }, funnel: [{ stage: "demo", rate: "25%" }] });
 * calendarPicture(answer)?.stages[0]?.months[0]?.days[4]?.count?.value; // => "2"
 * ```
 */
export function calendarPicture(answer: Solution, { stages }: CalendarOptions = {}): CalendarPicture | null {
  requireHanded("calendarPicture", ["an answer of solve"], answer);
  const { plan, targets } = answer;
  if (targets === null) return null;
  const frame = { calendar: compilePlanCalendar(plan), period: targets.period };
  const shown = targets.path
    .filter(({ kind, days }) => kind === "work" && days.some(({ count }) => count > 0))
    .filter(({ stage }) => stages?.includes(stage) ?? true)
    .map((target) => calendarStage(target, frame));
  if (shown.length === 0) return null;
  const facts = { ...planFacts(plan), currency: null };
  const picture = { kind: "calendar", title: "What to start on each day", ...facts, stages: shown } as const;
  return deepFreeze({ ...picture, description: calendarWords(picture, makeFormat(undefined, facts)) });
}

/** The days on which work can be done. */
interface Frame {
  readonly calendar: WorkingCalendar;
  readonly period: PeriodAnswer;
}

function calendarStage(target: Target, frame: Frame): CalendarStage {
  const { stage, owner, days, total, perDay, window } = target;
  const path = (...rest: (string | number)[]) => ["stages", stage, ...rest];
  const started = days.filter(({ count }) => count > 0).map(({ on }) => on.slice(0, "2026-01".length));
  const all = monthsBetween(at(started, 0), at(started, started.length - 1));
  const counts = new Map(
    days.map(({ on, count }, index) => [on, { value: String(count), path: path("days", index, "count") }]),
  );
  return {
    stage,
    owner,
    total: { value: String(total), path: path("total") },
    perDay: perDay === null ? null : { value: String(perDay), path: path("perDay") },
    startBy: window?.startBy ?? null,
    months: all.slice(0, MOST_MONTHS).map((month) => monthOf(month, counts, frame)),
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
  month: string,
  counts: ReadonlyMap<string, PictureNumber>,
  { calendar, period }: Frame,
): PictureMonth {
  const first = parseWrittenDay(`${month}-01`);
  const { year, month: number } = dateOf(first);
  const days = Array.from({ length: daysInMonth(year, number) }, (_, index) => first + index);
  return {
    month,
    days: days.map((day) => {
      const on = formatDay(day);
      const count = counts.get(on);
      const inPeriod = period.kind === "dated" && on >= period.start && on <= period.end;
      return {
        on,
        isWorking: inPeriod && isWorkingDay(calendar, day),
        count: count === undefined || count.value === "0" ? null : count,
      };
    }),
  };
}
