import { at } from "../number/invariant.js";
import { add, divide, isZero, multiply, ONE, ratio, sum, ZERO, type Ratio } from "../number/ratio.js";
import type { CompiledActivity } from "../model/activities.js";
import type { CompiledPlan } from "../model/compile.js";
import { teamOf } from "../model/teams.js";
import { computeWeeks } from "../schedule/weeks.js";
import type { ActivityTarget, PersonShare } from "./activity-target.js";
import { capacityByWeek, computePipelineDemand, type Demand } from "./demand.js";
import { computeHabitMinutes } from "./habit-load.js";
import type { LimitUse } from "./utilisation.js";

/** What is asked of one person in each week, against what the person can do. */
interface PersonalUse {
  readonly name: string;
  readonly weeks: readonly PersonalWeek[];
}

/** One person's week, in what the limit counts: minutes, or units of an activity. */
export interface PersonalWeek {
  readonly demand: Ratio;
  readonly capacity: Ratio;
  /** Two units of each kind of work that the person does in that week: assigning whole units costs no more than that. */
  readonly tolerance: Ratio;
}

/** Work that is dealt to people, and what one unit of it takes of a limit. */
interface DealtWork {
  readonly people: readonly PersonShare[];
  readonly each: Ratio;
}

/**
 * How far is each person used in each week? Asked of a person are the whole units that are assigned to them, and of what the
 * team has together (its habits, and what open work will ask) the part that their capacity is of the team's in that week.
 *
 * @returns one list for each limit, in the order of `uses`; empty where a team's people are not named
 */
export function computePersonalUse(
  compiled: CompiledPlan,
  uses: readonly LimitUse[],
  activities: readonly ActivityTarget[],
): readonly (readonly PersonalUse[])[] {
  if (!uses.some(({ team }) => team.people.length > 0)) return uses.map(() => []);
  const weeks = computeWeeks(compiled);
  const open = computePipelineDemand(compiled);
  return uses.map((use) => {
    const dealt = dealtWork(compiled, use, activities);
    const together = sharedDemand(compiled, open, use);
    return use.team.people.map(({ name, parts }, person) => {
      const own = dealt.map(({ people, each }) => ({ each, share: at(people, person) }));
      const capacity = capacityByWeek(weeks, { ...use.team, parts }, use.perFullDay);
      return { name, weeks: capacity.map((room, week) => weekOf({ use, own, together, room }, week)) };
    });
  });
}

/** What one unit of a kind of work takes of a limit; undefined where it takes nothing. */
function taken({ of }: LimitUse, name: string, minutes: Ratio | undefined): Ratio | undefined {
  if (of === "minutes") return minutes;
  return name === of ? ONE : undefined;
}

/** The work of a limit as it is dealt to people. */
function dealtWork(
  { flow, deal, teams }: CompiledPlan,
  use: LimitUse,
  targets: readonly ActivityTarget[],
): DealtWork[] {
  const activities: readonly CompiledActivity[] = [
    ...flow.flatMap((stage) => stage.activities),
    ...deal.activities,
  ];
  return activities.flatMap(({ name, owner, minutes }, index) => {
    const each = taken(use, name, minutes);
    return each === undefined || teamOf(teams, owner) !== use.team
      ? []
      : [{ people: at(targets, index).people, each }];
  });
}

/** What a team has together in each week, beside what is dealt to its people. */
function sharedDemand(compiled: CompiledPlan, { weeks, loads }: Demand, use: LimitUse): Ratio[] {
  const open = loads.flatMap(({ team, activity, units, minutes }) => {
    const each = taken(use, activity, minutes);
    return each === undefined || team !== use.team ? [] : [units.map((count) => multiply(count, each))];
  });
  const habits = use.of === "minutes" ? computeHabitMinutes(compiled, weeks, use.team.name) : [];
  const parts = [...open, ...habits.map(({ minutes }) => minutes)];
  return weeks.byPosition.map((_, week) => sum(parts.map((demand) => at(demand, week))));
}

/** What one person's week is worked out from. */
interface PersonalWork {
  readonly use: LimitUse;
  readonly own: readonly { readonly each: Ratio; readonly share: PersonShare }[];
  readonly together: readonly Ratio[];
  readonly room: Ratio;
}

function weekOf({ use, own, together, room }: PersonalWork, week: number): PersonalWeek {
  const asked = own.map(({ each, share }) => ({ each, count: countIn(share, week) }));
  const all = at(use.capacity, week);
  // What a team has together in a week in which nobody is there is asked of nobody.
  const part = isZero(all) ? ZERO : multiply(at(together, week), divide(room, all));
  return {
    demand: add(part, sum(asked.map(({ each, count }) => multiply(each, ratio(count))))),
    capacity: room,
    tolerance: multiply(ratio(2), sum(asked.flatMap(({ each, count }) => (count === 0 ? [] : [each])))),
  };
}

/** A period without dates is one week of its own. */
function countIn({ weeks, total }: PersonShare, week: number): number {
  return weeks.length === 0 ? total : at(weeks, week).count;
}
