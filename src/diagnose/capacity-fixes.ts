import { ceiling } from "../number/ceiling.js";
import { encodeExact } from "../number/exact-string.js";
import { at, must } from "../number/invariant.js";
import { multiply, ratio, type Ratio } from "../number/ratio.js";
import type { CompiledPlan } from "../model/compile.js";
import type { FixKind, Fix } from "../words/fixes.js";
import type { Path } from "../schema/issue.js";
import type { TeamInput } from "../plan/plan.js";
import { formatDay } from "../calendar/day.js";
import type { FixableReason, Overload } from "./fixable-reason.js";
import { greatestStep, leastStep } from "./step-search.js";
import { isOverIn, mayHelp } from "./may-help.js";
import { leastFix, buildFix, type FixSearch } from "./fix-search.js";

/** More than this many new people are no way out. */
const MOST_HIRES = 100;
/** Minutes are tried in whole ones; limits in whole units up to so many times as much. */
const MOST_TIMES = 10;

/**
 * The single changes that give overloaded teams enough room: more people (by when, their ramp counted), fewer minutes for
 * an activity, a higher most per day. Each is the least step that does, found by solving the changed plan.
 */
export function findCapacityFixes(search: FixSearch, reasons: readonly FixableReason[]): readonly Fix[] {
  const overloads = reasons.filter((reason) => reason.code === "capacity");
  const teams = [...new Set(overloads.map(({ team }) => team))];
  return [
    ...teams
      .filter((team) => mayHelp(reasons, (reason) => isOverIn(reason, team)))
      .flatMap((team) => morePeople(search, team)),
    ...fewerMinutes(search, reasons, new Set(overloads.map(({ activity }) => activity))),
    ...overloads
      .filter(({ of }) => of !== "minutes")
      .filter(({ team, of }) => mayHelp(reasons, (reason) => isOverIn(reason, team, of)))
      .flatMap((reason) => higherLimit(search, reason)),
  ];
}

function morePeople(search: FixSearch, name: string): Fix[] {
  const team = search.compiled.plan.teams?.[name];
  if (team === undefined) return [];
  return team.people === undefined ? largerTeam(search, team, name) : newPeople(search, team, name);
}

function largerTeam(search: FixSearch, { headcount = 0 }: TeamInput, name: string): Fix[] {
  return leastFix(search, ["teams", name, "headcount"], [headcount, headcount + MOST_HIRES], (step) => step, {
    code: "larger-team",
    team: name,
  });
}

/** New people get the ramp of the last one who has one; who starts on the first day of work is there for all of it. */
function newPeople(search: FixSearch, team: TeamInput, name: string): Fix[] {
  const path = ["teams", name, "people"];
  const people = team.people ?? [];
  const { workDays } = search.compiled;
  const { tries } = search;
  const [today] = workDays;
  if (today === undefined) return [];
  const ramp = [...people].reverse().find((person) => person.ramp !== undefined)?.ramp;
  const withHires = (hires: number, starts: string) => [
    ...people,
    ...Array.from({ length: hires }, (_, index) => ({
      name: freeName(people, index),
      starts,
      ...(ramp && { ramp }),
    })),
  ];
  const hires = leastStep(0, MOST_HIRES, (count) => tries({ path, to: withHires(count, formatDay(today)) }));
  if (hires === undefined) return [];
  const latest = greatestStep(workDays.length - 1, (day) =>
    tries({ path, to: withHires(hires, formatDay(at(workDays, day))) }),
  );
  const by = formatDay(at(workDays, must(latest, "a first day that was tried")));
  const kind: FixKind = {
    ...{ code: "more-people", team: name, people: hires, starts: by },
    ramp: ramp !== undefined,
  } as const;
  return [buildFix(search, path, withHires(hires, by), kind)];
}

function freeName(people: NonNullable<TeamInput["people"]>, index: number): string {
  let name = `new person ${index + 1}`;
  while (people.some((person) => person.name === name)) name = `${name}'`;
  return name;
}

/** Activities of the overloads whose minutes could be fewer, wherever they stand. */
function fewerMinutes(
  search: FixSearch,
  reasons: readonly FixableReason[],
  names: ReadonlySet<string>,
): Fix[] {
  return timedWork(search.compiled, names).flatMap(({ path, name, owner, minutes: now }) => {
    if (!mayHelp(reasons, (reason) => isOverIn(reason, owner, "minutes"))) return [];
    const high = Number(ceiling(now));
    const kind: FixKind = { code: "fewer-minutes", activity: name };
    return leastFix(search, path, [0, high], (cut) => high - cut, kind);
  });
}

/** Work that takes minutes, and where they stand in the plan. */
interface TimedWork {
  readonly name: string;
  readonly path: Path;
  readonly owner: string;
  readonly minutes: Ratio;
}

function timedWork(
  { flow, deal, habits, tasks }: CompiledPlan,
  names: ReadonlySet<string>,
): readonly TimedWork[] {
  const activities = [...flow.flatMap((stage) => stage.activities), ...deal.activities];
  return [...activities, ...habits, ...tasks].flatMap(({ name, path, owner, minutes }) =>
    minutes === undefined || owner === undefined || !names.has(name)
      ? []
      : [{ name, path: [...path, "minutes"], owner, minutes }],
  );
}

function higherLimit(search: FixSearch, { team, of }: Overload): Fix[] {
  const path = ["teams", team, "maxPerDay", of];
  const now = must(search.compiled.teams.get(team)?.maxPerDay[of], "a limit that is over");
  const low = Number(ceiling(now)) - 1;
  const high = Number(ceiling(multiply(now, ratio(MOST_TIMES)))) + MOST_TIMES;
  const kind: FixKind = { code: "higher-limit", team, activity: of };
  return leastFix(search, path, [low, high], (step) => step, kind).map((found) => ({
    ...found,
    from: encodeExact(now),
  }));
}
