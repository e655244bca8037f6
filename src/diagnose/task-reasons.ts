import { plus, type Whole } from "../number/whole.js";
import { encodeExact } from "../number/exact-string.js";
import {
  add,
  compare,
  isPositive,
  larger,
  multiply,
  ratio,
  subtract,
  ZERO,
  type Ratio,
} from "../number/ratio.js";
import { parseWrittenDay } from "../plan/dates.js";
import type { PlanInput } from "../plan/plan.js";
import { parseQuantity } from "../schema/quantity.js";
import { formatDay } from "../calendar/day.js";
import { plainFormat, type Format } from "../format/format.js";
import { sayReason } from "../words/reasons.js";
import type { CapacityReason } from "./reason.js";
import type { Prepared } from "../schedule/prepared.js";
import type { LimitUse } from "../workload/utilisation.js";
import { computeWeeks } from "../schedule/weeks.js";

type Task = NonNullable<PlanInput["tasks"]>[number];

/** The days that needs are worked on. */
export interface TaskTime extends Pick<Prepared, "period" | "workDays"> {
  readonly plan: Pick<PlanInput, "tasks">;
}

type Overload = Omit<CapacityReason, "text">;

/** A need with the first day on which it can be worked on. */
interface Placed {
  readonly task: Task;
  readonly index: number;
  readonly from: number;
  readonly by: number;
}

/**
 * Needs that cannot be done by their date in the minutes that a team has left. A need that waits for another can begin
 * the day after that one could be done at the earliest. Work can be moved and split freely between its first day and its
 * date, so needs fit exactly when, for every first day and date, all needs that lie between them fit into the free minutes.
 */
export function findTaskReasons(
  prepared: TaskTime,
  uses: readonly LimitUse[],
  format: Format = plainFormat,
): readonly CapacityReason[] {
  const tasks = prepared.plan.tasks ?? [];
  if (tasks.length === 0 || prepared.period.kind === "undated") return [];
  const free = new Map(
    uses.filter(({ of }) => of === "minutes").map((use) => [use.team.name, freeByDay(prepared, use)]),
  );
  const placed = placeTasks(prepared, tasks, free);
  return [...free].flatMap(([team, minutes]) =>
    tooMuch(prepared, team, minutes, placed).map((reason) => ({
      ...reason,
      text: sayReason(reason, format),
    })),
  );
}

/** Minutes that are left on each working day: its part of what its week has left. */
function freeByDay(prepared: TaskTime, use: LimitUse): readonly Ratio[] {
  const { byPosition } = computeWeeks(prepared);
  const free: Ratio[] = prepared.workDays.map(() => ZERO);
  byPosition.forEach(({ first, last }, week) => {
    const left = larger(ZERO, subtract(use.capacity[week] ?? ZERO, use.demand[week] ?? ZERO));
    let parts: Whole = 0;
    for (let day = first; day <= last; day += 1) parts = plus(parts, use.team.parts[day] ?? 0);
    for (let day = first; day <= last && parts > 0; day += 1)
      free[day] = multiply(left, ratio(use.team.parts[day] ?? 0, parts));
  });
  return free;
}

/** Whether no working day is left until a need's date: done or not, the days that are left cannot change it. */
export function isPast({ due: by }: Task, workDays: readonly number[]): boolean {
  return parseWrittenDay(by) < (workDays[0] ?? Infinity);
}

function placeTasks(
  prepared: TaskTime,
  tasks: readonly Task[],
  free: ReadonlyMap<string, readonly Ratio[]>,
): readonly Placed[] {
  const done = new Map<string, number>();
  const byName = new Map(tasks.map((task) => [task.name, task]));
  const start = prepared.workDays[0] ?? 0;
  const startOf = (task: Task): number =>
    task.after === undefined ? start : doneBy(byName.get(task.after)) + 1;
  const doneBy = (task: Task | undefined): number => {
    if (task === undefined || isPast(task, prepared.workDays)) return start - 1;
    const known = done.get(task.name);
    if (known !== undefined) return known;
    const day = earliestEnd(prepared, task, startOf(task), free.get(task.owner ?? ""));
    done.set(task.name, day);
    return day;
  };
  return tasks
    .map((task, index) => ({ task, index, from: startOf(task), by: parseWrittenDay(task.due) }))
    .filter(({ task }) => !isPast(task, prepared.workDays));
}

/** The day on which a need is done when its team works on nothing else in its free minutes. */
function earliestEnd(
  { workDays }: TaskTime,
  task: Task,
  from: number,
  free: readonly Ratio[] | undefined,
): number {
  let left = parseQuantity(task.minutes);
  for (let day = 0; day < workDays.length; day += 1) {
    const on = workDays[day] ?? 0;
    if (on < from) continue;
    left = free === undefined ? ZERO : subtract(left, free[day] ?? ZERO);
    if (!isPositive(left)) return on;
  }
  return Number.MAX_SAFE_INTEGER - 1;
}

function tooMuch(
  prepared: TaskTime,
  team: string,
  free: readonly Ratio[],
  placed: readonly Placed[],
): Overload[] {
  const own = placed.filter(({ task }) => task.owner === team);
  const dates = [...new Set(own.map(({ by }) => by))].sort((a, b) => a - b);
  const starts = [...new Set(own.map(({ from }) => from))].sort((a, b) => b - a);
  for (const by of dates) {
    for (const from of starts) {
      const between = own.filter((each) => each.from >= from && each.by <= by);
      const asked = between.reduce((total, { task }) => add(total, parseQuantity(task.minutes)), ZERO);
      const room = prepared.workDays.reduce(
        (total, day, index) => (day >= from && day <= by ? add(total, free[index] ?? ZERO) : total),
        ZERO,
      );
      const last = between.at(-1);
      if (last !== undefined && compare(asked, room) > 0)
        return [needReason(prepared, team, last, asked, room)];
    }
  }
  return [];
}

function needReason(
  prepared: TaskTime,
  team: string,
  { task, index, from }: Placed,
  asked: Ratio,
  room: Ratio,
): Overload {
  const short = subtract(asked, room);
  const lastDay = prepared.workDays.at(-1) ?? from;
  const first = from > lastDay ? null : formatDay(from);
  const week = task.due;
  return {
    code: "capacity",
    path: ["tasks", index, "by"],
    team,
    of: "minutes",
    weeks: [week],
    short: encodeExact(short),
    worst: { week, demand: encodeExact(asked), capacity: encodeExact(room) },
    activity: task.name,
    waits: { after: task.after ?? null, until: task.after === undefined ? null : first },
  };
}
