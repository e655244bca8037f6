import { chosenPlan, goalKeyPath } from "../plan/goals.js";
import { parseDay } from "../calendar/day.js";
import { plainFormat, type Format } from "../format/format.js";
import { issueAt, quote } from "../schema/issue.js";
import { PlanError } from "../schema/plan-error.js";
import type { Target } from "../schedule/target.js";
import type { Solution, Targets } from "../solve/answer.js";
import { metricWords } from "../words/goal.js";
import { escaped, eventLines, folded, type DayEvent } from "./ics-lines.js";
import type { TargetRow } from "./target-row.js";
import { targetRows } from "./target-rows.js";
import { requireHanded } from "../schema/handed.js";

/** Kinds of dates that a calendar can hold. */
type IcsKind = "start by" | "milestone" | "check-in";

/** What a calendar holds, and how it writes figures. */
export interface IcsOptions {
  /** Which kinds of dates; all three unless given. */
  readonly kinds?: readonly IcsKind[] | undefined;
  /** Only what this team answers for; every team unless given. */
  readonly team?: string | undefined;
  /** The day on which the calendar was made, as its stamp; the period's first day unless given. */
  readonly stamp?: string | undefined;
  /** Punctuation and rounding; plain English unless given. */
  readonly format?: Format | undefined;
}

const KINDS: readonly IcsKind[] = ["start by", "milestone", "check-in"];

/**
 * The dates of a plan as a calendar file (iCalendar, RFC 5545), each a whole day without a time zone:
 *
 * - _start by_: the last day on which work at a stage still counts,
 * - _milestone_: how far each stage must have come by the end of a week,
 * - _check-in_: what each week asks for, on its first day with targets.
 *
 * The same plan gives the same text. An event keeps its identity when its figures or its day change, so a calendar that
 * reads the file again moves it instead of adding another.
 *
 * @param answer what `solve` answers; a calendar without events where it has no targets
 * @throws PlanError for a plan whose period has no dates
 * @throws RangeError for a kind that is none of the three, and a stamp that is no date
 *
 * @example
 * ```ts
 * const answer = solve({
 *   goal: { metric: "customers", amount: 6, period: "2026-02" },
 *   funnel: [{ stage: "call", rate: "10%" }],
 * });
 * toIcs(answer, { kinds: ["start by"] }).includes("SUMMARY:Last day to start: call"); // => true
 * ```
 */
export function toIcs(answer: Solution, options: IcsOptions = {}): string {
  requireHanded("toIcs", ["an answer of solve"], answer);
  const { kinds = KINDS, team, format = plainFormat } = options;
  const { plan, targets } = answer;
  const strange = kinds.find((kind) => !KINDS.includes(kind));
  if (strange !== undefined)
    throw new RangeError(`toIcs requires kinds of ${KINDS.join(", ")}; got ${quote(strange)}`);
  const name = plan.name ?? `Goal: ${metricWords(chosenPlan(answer).goal.metric)}`;
  const start = firstDayOf(answer);
  const stamp = options.stamp ?? start;
  if (parseDay(stamp) === undefined)
    throw new RangeError(`toIcs requires stamp as a date; got ${quote(stamp)}`);
  const events = targets === null ? [] : eventsOf(answer, targets, { kinds, team, format, name });
  return folded([
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//reverse-funnel//reverse-funnel//EN",
    "CALSCALE:GREGORIAN",
    `X-WR-CALNAME:${escaped(name)}`,
    ...events.flatMap((event) => eventLines(event, stamp)),
    "END:VCALENDAR",
  ]);
}

interface Wanted {
  readonly kinds: readonly IcsKind[];
  readonly team: string | undefined;
  readonly format: Format;
  readonly name: string;
}

/** The first day of the period; any day will serve where no target is left, and so no event. */
function firstDayOf(answer: Solution): string {
  const { targets } = answer;
  if (targets?.period.kind === "dated") return targets.period.start;
  if (targets === null) return "1970-01-01";
  throw new PlanError([
    issueAt(goalKeyPath(answer, "period"), chosenPlan(answer).goal.period, {
      code: "period.undated",
      expected: "a period with dates for a calendar",
      advice: "give the goal a period with dates, such as 2026-Q1",
    }),
  ]);
}

function eventsOf(answer: Solution, targets: Targets, wanted: Wanted): readonly DayEvent[] {
  const path = targets.path.filter(({ owner }) => wanted.team === undefined || owner === wanted.team);
  const events = [
    ...(wanted.kinds.includes("start by") ? startDays(path, wanted) : []),
    ...(wanted.kinds.includes("milestone") ? milestones(path, wanted) : []),
    ...(wanted.kinds.includes("check-in") ? checkIns(answer, wanted) : []),
  ];
  return events.sort((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0));
}

/** The last days of the windows of work. */
function startDays(path: readonly Target[], { format, name }: Wanted): readonly DayEvent[] {
  return path.flatMap(({ kind, stage, window, total, perDay }) => {
    if (kind !== "work" || window === null || total === 0) return [];
    const aDay = perDay === null ? "" : `, ${format.number(perDay)} a day`;
    return [
      {
        id: [name, "start by", stage],
        on: window.startBy,
        summary: `Last day to start: ${stage}`,
        description: `${format.number(total)} in all${aDay}, from ${format.date(window.from)} to ${format.date(window.startBy)}.`,
        category: "start by",
      },
    ];
  });
}

/** How far each stage must have come: one event for each day that closes a week. */
function milestones(path: readonly Target[], { format, name }: Wanted): readonly DayEvent[] {
  const byDay = new Map<string, string[]>();
  for (const { stage, milestones: marks } of path) {
    for (const { on, total } of marks) {
      const lines = byDay.get(on) ?? [];
      byDay.set(on, [...lines, `${stage} ${format.number(total)}`]);
    }
  }
  return [...byDay].map(([on, lines], index) => ({
    id: [name, "milestone", String(index)],
    on,
    summary: `Milestone: ${lines.join(", ")}`,
    description: `By the end of this day, in all:\n${lines.join("\n")}`,
    category: "milestone",
  }));
}

/** What each week asks for, on the first day of it that asks for anything. */
function checkIns(answer: Solution, { format, name, team }: Wanted): readonly DayEvent[] {
  const isAsked = ({ kind, team: owner, target }: TargetRow): boolean =>
    kind !== "activity" && target > 0 && (team === undefined || owner === team);
  const days = targetRows(answer, { by: "day" }).flatMap((row) => (isAsked(row) ? (row.from ?? []) : []));
  const byWeek = new Map<string, { readonly on: string; readonly lines: readonly string[] }>();
  for (const row of targetRows(answer, { by: "week" })) {
    const { from, stage, target } = row;
    if (from === null || !isAsked(row)) continue;
    const { on, lines } = byWeek.get(from) ?? { on: days.find((day) => day >= from) ?? from, lines: [] };
    byWeek.set(from, { on, lines: [...lines, `${stage} ${format.number(target)}`] });
  }
  return [...byWeek].map(([week, { on, lines }]) => ({
    id: [name, "check-in", week],
    on,
    summary: `Check-in: ${lines.join(", ")} this week`,
    description: `This week asks for:\n${lines.join("\n")}`,
    category: "check-in",
  }));
}
