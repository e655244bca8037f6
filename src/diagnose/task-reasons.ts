import { at, must } from "../number/invariant.js";
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
import type { CompiledPlan } from "../model/compile.js";
import type { CompiledTask } from "../model/tasks.js";
import { formatDay } from "../calendar/day.js";
import type { Format } from "../format/format.js";
import { sayReason, type CapacityReason } from "../words/reasons.js";
import type { LimitUse } from "../workload/utilisation.js";
import { computeWeeks } from "../schedule/weeks.js";

/** Tasks, and the days that they are worked on. */
type TaskTime = Pick<CompiledPlan, "period" | "workDays" | "calendar" | "tasks">;

/** What is asked of a team in each week, and what it can do. */
type MinutesUse = Pick<LimitUse, "team" | "of" | "demand" | "capacity">;

/** A task that is late, before it is said. */
export type LateTaskReason = Omit<CapacityReason, "text">;

/** A task with the first day on which it can be worked on. */
interface Placed {
  readonly task: CompiledTask;
  readonly from: number;
}

/**
 * Needs that cannot be done by their date in the minutes that a team has left. A need that waits for another can begin
 * the day after that one could be done at the earliest. Work can be moved and split freely between its first day and its
 * date, so needs fit exactly when, for every first day and date, all needs that lie between them fit into the free minutes.
 */
export function findTaskReasons(
  time: TaskTime,
  uses: readonly MinutesUse[],
  format: Format,
): readonly CapacityReason[] {
  return findLateTasks(time, uses).map((reason) => ({ ...reason, text: sayReason(reason, format) }));
}

/** The same, before it is said. */
export function findLateTasks(time: TaskTime, uses: readonly MinutesUse[]): readonly LateTaskReason[] {
  if (time.tasks.length === 0 || time.period.kind === "undated") return [];
  const free = new Map(
    uses.filter(({ of }) => of === "minutes").map((use) => [use.team.name, freeByDay(time, use)]),
  );
  const placed = placeTasks(time, free);
  return [...free].flatMap(([team, minutes]) => tooMuch(time, team, minutes, placed));
}

/** Minutes that are left on each working day: its part of what its week has left. */
function freeByDay(time: TaskTime, use: MinutesUse): readonly Ratio[] {
  const { byPosition } = computeWeeks(time);
  const free: Ratio[] = time.workDays.map(() => ZERO);
  byPosition.forEach(({ first, last }, week) => {
    const left = larger(ZERO, subtract(at(use.capacity, week), at(use.demand, week)));
    let parts: Whole = 0;
    for (let day = first; day <= last; day += 1) parts = plus(parts, at<Whole>(use.team.parts, day));
    for (let day = first; day <= last && parts > 0; day += 1)
      free[day] = multiply(left, ratio(at<Whole>(use.team.parts, day), parts));
  });
  return free;
}

/** Whether no working day is left until a task's date: done or not, the days that are left cannot change it. */
function isPast({ due }: CompiledTask, [first]: readonly number[]): boolean {
  return first === undefined || due < first;
}

function placeTasks(
  { tasks, workDays }: TaskTime,
  free: ReadonlyMap<string, readonly Ratio[]>,
): readonly Placed[] {
  const done = new Map<string, number>();
  const byName = new Map(tasks.map((task) => [task.name, task]));
  const [start] = workDays;
  if (start === undefined) return [];
  const startOf = ({ after }: CompiledTask): number =>
    after === undefined ? start : doneBy(must(byName.get(after), "a task that another one waits for")) + 1;
  const doneBy = (task: CompiledTask): number => {
    if (isPast(task, workDays)) return start - 1;
    const known = done.get(task.name);
    if (known !== undefined) return known;
    const day = earliestEnd(workDays, task, startOf(task), freeOf(task, free));
    done.set(task.name, day);
    return day;
  };
  return tasks.map((task) => ({ task, from: startOf(task) })).filter(({ task }) => !isPast(task, workDays));
}

/** The free minutes of a task's team; undefined where it has no such limit. */
function freeOf({ owner }: CompiledTask, free: ReadonlyMap<string, readonly Ratio[]>) {
  return owner === undefined ? undefined : free.get(owner);
}

/** The day on which a need is done when its team works on nothing else in its free minutes. */
function earliestEnd(
  workDays: readonly number[],
  task: CompiledTask,
  from: number,
  free: readonly Ratio[] | undefined,
): number {
  let left = task.minutes;
  for (const [day, on] of workDays.entries()) {
    if (on < from) continue;
    left = free === undefined ? ZERO : subtract(left, at(free, day));
    if (!isPositive(left)) return on;
  }
  return Number.MAX_SAFE_INTEGER - 1;
}

function tooMuch(
  time: TaskTime,
  team: string,
  free: readonly Ratio[],
  placed: readonly Placed[],
): LateTaskReason[] {
  const own = placed.filter(({ task }) => task.owner === team);
  const dates = [...new Set(own.map(({ task }) => task.due))].sort((a, b) => a - b);
  const starts = [...new Set(own.map(({ from }) => from))].sort((a, b) => b - a);
  for (const by of dates) {
    for (const from of starts) {
      const between = own.filter((each) => each.from >= from && each.task.due <= by);
      const asked = between.reduce((total, { task }) => add(total, task.minutes), ZERO);
      const room = time.workDays.reduce(
        (total, day, index) => (day >= from && day <= by ? add(total, at(free, index)) : total),
        ZERO,
      );
      const last = between.at(-1);
      if (last !== undefined && compare(asked, room) > 0) return [taskReason(time, team, last, asked, room)];
    }
  }
  return [];
}

function taskReason(
  time: TaskTime,
  team: string,
  { task, from }: Placed,
  asked: Ratio,
  room: Ratio,
): LateTaskReason {
  const short = subtract(asked, room);
  const lastDay = must(time.workDays.at(-1), "a day of work");
  const first = from > lastDay ? null : formatDay(from);
  const week = task.dueText;
  return {
    code: "capacity",
    path: [...task.path, "due"],
    team,
    of: "minutes",
    weeks: [week],
    short: encodeExact(short),
    worst: { week, demand: encodeExact(asked), capacity: encodeExact(room) },
    activity: task.name,
    waits: { after: task.after ?? null, until: task.after === undefined ? null : first },
  };
}
