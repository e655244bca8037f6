import { compileCalendar, type WorkingCalendar } from "../calendar/working-days.js";
import { at } from "../number/invariant.js";
import { compare, ZERO, type Ratio } from "../number/ratio.js";
import { compileTeam, type TeamCapacity } from "../model/team-capacity.js";
import { capacityByWeek } from "../workload/demand.js";
import { findLateTasks, type LateTaskReason } from "../diagnose/task-reasons.js";
import { computeWeeks, type Weeks } from "../schedule/weeks.js";
import { cellKey, type Ask, type Member } from "./member.js";
import type { Teams } from "./shared-teams.js";
import { tallyExact } from "../number/tally.js";

/** One limit of a shared team in each week of all plans. */
interface Limit {
  readonly team: TeamCapacity;
  readonly of: string;
  readonly capacity: readonly Ratio[];
}

/** The weeks of all plans, and what the shared teams can do in them. */
export interface Allocation {
  /** The first day of any plan's work. */
  readonly from: number;
  /** Every day on which any of the plans works. */
  readonly days: readonly number[];
  readonly weeks: Weeks;
  /** Short days and weeks, in every plan alike. */
  readonly calendar: WorkingCalendar;
  readonly limits: readonly Limit[];
  /** By the key of team, limit and week. */
  readonly capacity: ReadonlyMap<string, Ratio>;
}

/** Of no plans at all. */
const NO_CALENDAR = /* @__PURE__ */ compileCalendar({ workdays: [], holidays: [], seasonality: {} });

/** Lays the weeks of all plans beside each other. A ramp without a start runs from the first day of any plan's work. */
export function buildAllocation(members: readonly Member[], teams: Teams): Allocation {
  const worked = new Set<number>();
  for (const { compiled } of members) for (const day of compiled.workDays) worked.add(day);
  const days = [...worked].sort((a, b) => a - b);
  const froms = members.map(({ compiled }) => compiled.workFrom ?? compiled.workDays[0] ?? 0);
  const from = froms.reduce((least, each) => Math.min(least, each), froms[0] ?? 0);
  // Where short days or the weeks of plans differed, they would not have been read together.
  const calendar = members[0]?.compiled.calendar ?? NO_CALENDAR;
  const weeks = computeWeeks({
    period: { kind: "dated", first: from, last: days.at(-1) ?? from },
    workDays: days,
    calendar,
  });
  return layOut({ from, days, weeks, calendar }, teams);
}

/** Lays out what teams can do in weeks that are known. */
export function layOut(
  { from, days, weeks, calendar }: Pick<Allocation, "from" | "days" | "weeks" | "calendar">,
  teams: Teams,
): Allocation {
  const limits = Object.entries(teams).flatMap(([name, input]): Limit[] => {
    const team = compileTeam(name, input, days, calendar.shares, from);
    const minutes = team.minutes === undefined ? [] : [limitOf(weeks, team, "minutes", team.minutes)];
    return [
      ...minutes,
      ...Object.entries(team.maxPerDay).map(([of, most]) => limitOf(weeks, team, of, most)),
    ];
  });
  const capacity = new Map(
    limits.flatMap((limit) =>
      weeks.byPosition.map(
        ({ label }, week) => [cellKey(limit.team.name, limit.of, label), at(limit.capacity, week)] as const,
      ),
    ),
  );
  return { from, days, weeks, calendar, limits, capacity };
}

function limitOf(weeks: Weeks, team: TeamCapacity, of: string, perFullDay: Ratio): Limit {
  return { team, of, capacity: capacityByWeek(weeks, team, perFullDay) };
}

/** What several plans ask for in all, by team, limit and week. */
export type Totals = ReadonlyMap<string, Ratio>;

/** Adds up what plans ask for. */
function totalsOf(asks: readonly ReadonlyMap<string, Ask>[]): Totals {
  const totals = new Map<string, Ratio>();
  for (const each of asks) for (const [key, { demand }] of each) tallyExact(totals, key, demand);
  return totals;
}

/** The places where more is asked than can be done. */
function overloads({ capacity }: Allocation, totals: Totals): readonly string[] {
  return [...totals].flatMap(([key, asked]) =>
    compare(asked, capacity.get(key) ?? ZERO) > 0 && capacity.has(key) ? [key] : [],
  );
}

/** A task that is late, and the plan that it is written in. */
export interface Late {
  readonly plan: string;
  readonly task: string;
  readonly reason: LateTaskReason;
}

/** Tasks of these plans that do not fit into what their teams have left. */
function lateTasks(board: Allocation, members: readonly Member[], totals: Totals): readonly Late[] {
  const listed = members.flatMap(({ name, compiled }) =>
    compiled.tasks.map((task) => ({ plan: name, task })),
  );
  if (listed.length === 0) return [];
  const shown = (plan: string, task: string) =>
    listed.some((other) => other.plan !== plan && other.task.name === task) ? `${task} (${plan})` : task;
  const tasks = listed.map(({ plan, task }, index) => ({
    ...task,
    path: ["tasks", index],
    name: shown(plan, task.name),
    after: task.after === undefined ? undefined : shown(plan, task.after),
  }));
  const uses = board.limits
    .filter(({ of }) => of === "minutes")
    .map(({ team, of, capacity }) => {
      const demand = board.weeks.byPosition.map(
        ({ label }) => totals.get(cellKey(team.name, of, label)) ?? ZERO,
      );
      return { team, of, demand, capacity };
    });
  const first = board.days[0] ?? 0;
  const period = { kind: "dated", first, last: board.days.at(-1) ?? first } as const;
  return findLateTasks({ tasks, period, workDays: board.days, calendar: board.calendar }, uses).map(
    (reason) => {
      const { plan, task } = at(listed, Number(reason.path[1]));
      return { plan, task: task.name, reason: { ...reason, path: [...task.path, "due"] } };
    },
  );
}

/** What does not fit when these plans are worked on together. */
interface Shortfall {
  readonly totals: Totals;
  readonly over: readonly string[];
  readonly late: readonly Late[];
}

/** Looks at several plans together: the weeks that are over, and the tasks that are late. */
export function sumShortfall(board: Allocation, members: readonly Member[]): Shortfall {
  const totals = totalsOf(members.map(({ asks }) => asks));
  return { totals, over: overloads(board, totals), late: lateTasks(board, members, totals) };
}

/** Whether these plans can be met together. */
export function fitTogether(board: Allocation, members: readonly Member[]): boolean {
  if (members.some(({ reasons }) => reasons.length > 0)) return false;
  const { over, late } = sumShortfall(board, members);
  return over.length === 0 && late.length === 0;
}
