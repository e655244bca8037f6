import { ceiling } from "../number/ceiling.js";
import { encodeExact } from "../number/exact-string.js";
import { multiply, ratio } from "../number/ratio.js";
import type { FixKind } from "../words/fixes.js";
import { valueAt } from "../plan/change.js";
import type { Path } from "../schema/issue.js";
import type { TeamInput } from "../plan/plan.js";
import { parseQuantity, type Quantity } from "../schema/quantity.js";
import { formatDay } from "../calendar/day.js";
import type { Fix } from "./fix.js";
import type { CapacityReason, Reason } from "./reason.js";
import type { Prepared } from "../schedule/prepared.js";
import { greatestStep, leastStep } from "./step-search.js";
import { leastFix, buildFix, type Trial } from "./trial.js";

/** More than this many new people are no way out. */
const MOST_HIRES = 100;
/** Minutes are tried in whole ones; limits in whole units up to so many times as much. */
const MOST_TIMES = 10;

/**
 * The single changes that give overloaded teams enough room: more people (by when, their ramp counted), fewer minutes for
 * an activity, a higher most per day. Each is the least step that does, found by solving the changed plan.
 */
export function findCapacityFixes(model: Trial, reasons: readonly Reason[]): readonly Fix[] {
  const overloads = reasons.filter((reason): reason is CapacityReason => reason.code === "capacity");
  const teams = [...new Set(overloads.map(({ team }) => team))];
  return [
    ...teams.flatMap((team) => morePeople(model, team)),
    ...fewerMinutes(model, new Set(overloads.map(({ activity }) => activity))),
    ...overloads.filter(({ of }) => of !== "minutes").flatMap((reason) => higherLimit(model, reason)),
  ];
}

function morePeople(model: Trial, name: string): Fix[] {
  const team = model.plan.teams?.[name];
  if (team === undefined) return [];
  return team.people === undefined ? largerTeam(model, team, name) : newPeople(model, team, name);
}

function largerTeam(model: Trial, { headcount = 0 }: TeamInput, name: string): Fix[] {
  return leastFix(model, ["teams", name, "headcount"], [headcount, headcount + MOST_HIRES], (step) => step, {
    code: "larger-team",
    team: name,
  });
}

/** New people get the ramp of the last one who has one; who starts on the first day of work is there for all of it. */
function newPeople(model: Trial, team: TeamInput, name: string): Fix[] {
  const path = ["teams", name, "people"];
  const people = team.people ?? [];
  const { workDays, tries } = model;
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
  const latest =
    greatestStep(workDays.length - 1, (day) =>
      tries({ path, to: withHires(hires, formatDay(workDays[day] ?? today)) }),
    ) ?? 0;
  const by = formatDay(workDays[latest] ?? today);
  const kind: FixKind = {
    ...{ code: "more-people", team: name, people: hires, starts: by },
    ramp: ramp !== undefined,
  } as const;
  return [buildFix(model, path, withHires(hires, by), kind)];
}

function freeName(people: NonNullable<TeamInput["people"]>, index: number): string {
  let name = `new person ${index + 1}`;
  while (people.some((person) => person.name === name)) name = `${name}'`;
  return name;
}

/** Activities of the overloads whose minutes could be fewer, wherever they stand. */
function fewerMinutes(model: Trial, names: ReadonlySet<string>): Fix[] {
  return minutesPaths(model, names).flatMap(({ path, name }) => {
    const now = parseQuantity(valueAt(model.plan, path) as Quantity);
    const high = Number(ceiling(now));
    const kind: FixKind = { code: "fewer-minutes", activity: name };
    return leastFix(model, path, [0, high], (cut) => high - cut, kind);
  });
}

function minutesPaths(
  { plan, flow }: Prepared,
  names: ReadonlySet<string>,
): { readonly path: Path; readonly name: string }[] {
  const listed = (work: readonly { readonly name: string }[] | undefined, at: Path) =>
    (work ?? []).map(({ name }, index) => ({ name, path: [...at, index, "minutes"] }));
  const stages = flow.flatMap(({ written, path }) => [
    { name: written.stage, path: [...path, "minutes"] },
    ...listed(written.activities, [...path, "activities"]),
  ]);
  const all = [
    ...stages,
    ...listed(plan.deal?.activities, ["deal", "activities"]),
    ...listed(plan.habits, ["habits"]),
    ...listed(plan.tasks, ["tasks"]),
  ];
  return all.filter(({ name, path }) => names.has(name) && valueAt(plan, path) !== undefined);
}

function higherLimit(model: Trial, { team, of }: CapacityReason): Fix[] {
  const path = ["teams", team, "maxPerDay", of];
  const now = parseQuantity(valueAt(model.plan, path) as Quantity);
  const low = Number(ceiling(now)) - 1;
  const high = Number(ceiling(multiply(now, ratio(MOST_TIMES)))) + MOST_TIMES;
  const kind: FixKind = { code: "higher-limit", team, activity: of };
  return leastFix(model, path, [low, high], (step) => step, kind).map((found) => ({
    ...found,
    from: encodeExact(now),
  }));
}
