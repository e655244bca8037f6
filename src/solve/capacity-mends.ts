import { ceiling } from "../number/ceiling.js";
import { toExact } from "../number/exact.js";
import { multiply, ratio } from "../number/ratio.js";
import { showRatio } from "../model/display.js";
import { valueAt, type Change } from "../plan/change.js";
import type { Path } from "../plan/issue.js";
import type { ActivityInput, TeamInput } from "../plan/plan.js";
import { quantityOf } from "../plan/quantity.js";
import { formatDay } from "../time/day.js";
import type { CapacityReason, Mend, Reason } from "./answer.js";
import type { Prepared } from "./prepared.js";
import { greatestStep, leastStep } from "./step-search.js";

type Works = (change: Change) => boolean;

/** More than this many new people are no way out. */
const MOST_HIRES = 100;
/** Minutes are tried in whole ones; limits in whole units up to so many times as much. */
const MOST_TIMES = 10;

/**
 * The single changes that give overloaded teams enough room: more people (by when, their ramp counted), fewer minutes for
 * an activity, a higher most per day. Each is the least step that does, found by solving the changed plan.
 */
export function capacityMends(prepared: Prepared, because: readonly Reason[], works: Works): readonly Mend[] {
  const overloads = because.filter((reason): reason is CapacityReason => reason.code === "capacity");
  const teams = [...new Set(overloads.map(({ team }) => team))];
  return [
    ...teams.flatMap((team) => morePeople(prepared, team, works)),
    ...fewerMinutes(prepared, new Set(overloads.map(({ activity }) => activity)), works),
    ...overloads
      .filter(({ of }) => of !== "minutes")
      .flatMap((reason) => higherLimit(prepared, reason, works)),
  ];
}

function morePeople(prepared: Prepared, name: string, works: Works): Mend[] {
  const team = prepared.plan.teams?.[name];
  if (team === undefined) return [];
  return team.people === undefined ? largerTeam(team, name, works) : newPeople(prepared, team, name, works);
}

function largerTeam({ size = 0 }: TeamInput, name: string, works: Works): Mend[] {
  const path = ["teams", name, "size"];
  const step = leastStep(size, size + MOST_HIRES, (to) => works({ path, to }));
  return step === undefined
    ? []
    : [{ path, from: size, to: step, text: `Give team "${name}" ${step} people instead of ${size}.` }];
}

/** New people get the ramp of the last one who has one; who starts on the first day of work is there for all of it. */
function newPeople(prepared: Prepared, team: TeamInput, name: string, works: Works): Mend[] {
  const path = ["teams", name, "people"];
  const people = team.people ?? [];
  const { workDays } = prepared;
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
  const hires = leastStep(0, MOST_HIRES, (count) => works({ path, to: withHires(count, formatDay(today)) }));
  if (hires === undefined) return [];
  const latest =
    greatestStep(workDays.length - 1, (day) =>
      works({ path, to: withHires(hires, formatDay(workDays[day] ?? today)) }),
    ) ?? 0;
  const by = formatDay(workDays[latest] ?? today);
  const who = hires === 1 ? "1 more person" : `${hires} more people`;
  const text = `Give team "${name}" ${who} who start by ${by}${ramp ? " (their ramp counted)" : ""}.`;
  return [{ path, from: people, to: withHires(hires, by), text }];
}

function freeName(people: NonNullable<TeamInput["people"]>, index: number): string {
  let name = `new person ${index + 1}`;
  while (people.some((person) => person.name === name)) name = `${name}'`;
  return name;
}

/** Activities of the overloads whose minutes could be fewer, wherever they stand. */
function fewerMinutes(prepared: Prepared, names: ReadonlySet<string>, works: Works): Mend[] {
  return minutesPaths(prepared, names).flatMap(({ path, name }) => {
    const now = quantityOf(valueAt(prepared.plan, path) as number | string);
    const high = Number(ceiling(now));
    const cut = leastStep(0, high, (fewer) => works({ path, to: high - fewer }));
    if (cut === undefined) return [];
    const text = `Take ${high - cut} minutes instead of ${showRatio(now)} for "${name}".`;
    return [{ path, from: valueAt(prepared.plan, path), to: high - cut, text }];
  });
}

function minutesPaths(
  { plan, flow }: Prepared,
  names: ReadonlySet<string>,
): { readonly path: Path; readonly name: string }[] {
  const listed = (activities: readonly ActivityInput[] | undefined, at: Path) =>
    (activities ?? []).map(({ name }, index) => ({ name, path: [...at, index, "minutes"] }));
  const stages = flow.flatMap(({ written, path }) => [
    { name: written.stage, path: [...path, "minutes"] },
    ...listed(written.activities, [...path, "activities"]),
  ]);
  const habits = (plan.habits ?? []).map(({ name }, index) => ({ name, path: ["habits", index, "minutes"] }));
  const needs = (plan.needs ?? []).map(({ name }, index) => ({ name, path: ["needs", index, "minutes"] }));
  const all = [...stages, ...listed(plan.deal?.activities, ["deal", "activities"]), ...habits, ...needs];
  return all.filter(({ name, path }) => names.has(name) && valueAt(plan, path) !== undefined);
}

function higherLimit({ plan }: Prepared, { team, of }: CapacityReason, works: Works): Mend[] {
  const path = ["teams", team, "maxPerDay", of];
  const now = quantityOf(valueAt(plan, path) as number | string);
  const low = Number(ceiling(now)) - 1;
  const high = Number(ceiling(multiply(now, ratio(MOST_TIMES)))) + MOST_TIMES;
  const step = leastStep(low, high, (to) => works({ path, to }));
  if (step === undefined) return [];
  return [
    {
      path,
      from: toExact(now),
      to: step,
      text: `Let each person of team "${team}" do ${step} × "${of}" a day instead of ${showRatio(now)}.`,
    },
  ];
}
