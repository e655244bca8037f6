import { formatDay } from "../calendar/day.js";
import { firstOfWeek } from "../calendar/week.js";
import type { CompiledSnapshot, CountedOn } from "../model/compile-snapshot.js";
import type { CompiledStage, DatedPlan } from "../model/compile.js";
import type { SolveOptions } from "../model/options.js";
import { teamOf } from "../model/teams.js";
import { encodeExact, type ExactString } from "../number/exact-string.js";
import { belowLuck } from "../number/holm.js";
import { at } from "../number/invariant.js";
import { compare, divide, isZero, multiply, ONE, ratio, sum, ZERO, type Ratio } from "../number/ratio.js";
import { parseWrittenDay } from "../plan/dates.js";
import type { PlanInput } from "../plan/plan.js";
import type { Snapshot } from "../plan/snapshot.js";
import type { Targets } from "../solve/answer.js";
import type { Compiled } from "../solve/compiled.js";
import { deepFreeze } from "../solve/freeze.js";
import { solveCompiled } from "../solve/solve.js";
import type { HelpData } from "../words/attainment.js";
import { conversionTail } from "./conversion-tail.js";
import { computePlannedCourse, onDay } from "./course.js";
import { compileDatedPlan, compileSnapshotFor } from "./dated.js";
import { shareOf } from "./observed.js";
import { shareGoneBy } from "./timing.js";

/** What was done of one thing against a share of the plan. */
interface DoneOfShare {
  /** What the plan's days ask by now, in whole units; of wins, a part of the planned course. */
  readonly share: ExactString;
  /** What was done; null where the snapshot does not say by whom. */
  readonly done: ExactString | null;
  /** Done ÷ share; null where nothing was asked, or what was done is not known. */
  readonly attainment: ExactString | null;
}

/** One thing that someone does: work of the plan, or wins. */
export interface AttainedThing {
  /** The stage or the activity; "win" for wins. */
  readonly name: string;
  /** In the week of the snapshot's day, through that day. */
  readonly week: DoneOfShare;
  /** Since work began. */
  readonly sinceStart: DoneOfShare;
}

/** How one person stands. */
interface PersonAttainment {
  /** The person, as the plan names them. */
  readonly name: string;
  /** Their team. */
  readonly team: string;
  /** Each thing that the plan assigns to them. */
  readonly things: readonly AttainedThing[];
  /** Why they need help; empty where they do not, and where there is too little to tell. */
  readonly help: readonly HelpData[];
}

/** How one team stands: its people together. */
interface TeamAttainment {
  /** The team. */
  readonly team: string;
  /** Each thing that the plan assigns to its people. */
  readonly things: readonly AttainedThing[];
}

/** How far teams and people have come of their shares. */
export interface Attainment {
  /** The snapshot's day. */
  readonly asOf: string;
  /** The first day of its week. */
  readonly weekFrom: string;
  /** Teams whose people the plan names, in the order of the plan. */
  readonly teams: readonly TeamAttainment[];
  /** Their people, in the order of the plan. */
  readonly people: readonly PersonAttainment[];
}

/**
 * What has each person, and each team, done of their share, this week and since the start, and who needs help?
 *
 * A share is what the plan's own days assign to a person, who is there on them; of the wins, the part of the planned course
 * that they have of their team's days. Whoever has done less than three quarters of a share of five and more since the start
 * needs help with the work, or, where all of it was done before this week, with its timing; whoever's units went on less often
 * than the plan's rate, by more than bad luck (the lower tail of the sum of their own chances, a rate from a sample taken as
 * uncertain; Holm's correction over all people and stages that are tested), with conversion. Smaller samples accuse nobody. Only what carries a day and
 * a person counts; where nothing of a thing carries a person, who did it is not known, and accuses nobody either.
 *
 * @param plan a plan, which is read, or one that was compiled, which is taken as it is
 * @throws PlanError for a plan or snapshot that is not valid, and for a plan whose period has no dates
 *
 * @example
 * ```ts
 * const plan = {
 *   goal: { metric: "customers", amount: 11, period: "2026-01" },
 *   funnel: [{ stage: "call", rate: "10%", owner: "sales" }],
 *   teams: { sales: { people: [{ name: "Ana" }, { name: "Ben" }] } },
 * } as const;
 * const call = [{ on: "2026-01-07", count: 12, by: "Ana" }, { on: "2026-01-08", count: 2, by: "Ben" }];
 * const { people } = attainment(plan, { asOf: "2026-01-09", entered: { call } });
 * people.map(({ name, help }) => [name, help.length]); // => [["Ana", 1], ["Ben", 1]]
 * ```
 */
export function attainment<const Stage extends string, const Team extends string = string>(
  plan: PlanInput<Stage, Team> | Compiled<Stage, Team>,
  snapshot: Snapshot<NoInfer<Stage>>,
  options: SolveOptions = {},
): Attainment {
  const compiled = compileDatedPlan(plan, options);
  const seen = compileSnapshotFor(compiled, snapshot);
  const weekFrom = firstOfWeek(seen.asOf, compiled.calendar.firstWeekday);
  const { targets } = solveCompiled(compiled, { ...options, chance: false });
  const work = targets === null ? [] : [...workOf(targets, seen), ...winsOf(compiled, seen)];
  const helps = targets === null ? new Map<string, HelpData[]>() : conversionHelp(compiled, seen);
  const people = [...compiled.teams.values()].flatMap(({ name: team, people: named }) =>
    named.map(({ name }): PersonAttainment => {
      const own = work.filter((thing) => thing.person === name && thing.team === team);
      const things = own.map((thing) => attainedBy([thing], weekFrom, seen.asOf));
      const ofWork = own.flatMap((thing) => (thing.isWork ? workHelp(thing, weekFrom, seen.asOf) : []));
      return { name, team, things, help: [...ofWork, ...(helps.get(name) ?? [])] };
    }),
  );
  const teams = [...compiled.teams.values()].flatMap(({ name: team }): TeamAttainment[] => {
    const own = work.filter((thing) => thing.team === team);
    const names = [...new Set(own.map(({ name }) => name))];
    const things = names.map((name) =>
      attainedBy(
        own.filter((thing) => thing.name === name),
        weekFrom,
        seen.asOf,
      ),
    );
    return things.length === 0 ? [] : [{ team, things }];
  });
  return deepFreeze({ asOf: formatDay(seen.asOf), weekFrom: formatDay(weekFrom), teams, people });
}

/** One thing of one person: what is asked and what was done by the end of a day. */
interface ThingOf {
  readonly name: string;
  readonly team: string;
  readonly person: string;
  readonly isWork: boolean;
  readonly askedBy: (day: number) => Ratio;
  /** Null where nobody says who did it. */
  readonly done: readonly CountedOn[] | null;
}

/** The work that is assigned to people, of one name together. */
function workOf(
  { activities }: Targets,
  { entered, activities: counted }: CompiledSnapshot,
): readonly ThingOf[] {
  const things = new Map<string, ThingOf>();
  for (const { activity, stage, owner, people } of activities) {
    if (owner === null) continue;
    const rows = withPersons(
      counted.get(activity)?.rows ?? (activity === stage ? entered.get(stage)?.rows : undefined),
    );
    for (const { name, days } of people) {
      const key = JSON.stringify([owner, name, activity]);
      const dated = days.map(({ on, count }) => ({ day: parseWrittenDay(on), count }));
      const asked = (last: number): Ratio =>
        ratio(dated.reduce((all, { day, count }) => (day <= last ? all + count : all), 0));
      const before = things.get(key);
      things.set(key, {
        ...{ name: activity, team: owner, person: name, isWork: true },
        askedBy: before === undefined ? asked : (day) => sum([before.askedBy(day), asked(day)]),
        done: rows?.filter(({ by }) => by === name) ?? null,
      });
    }
  }
  return [...things.values()];
}

/** What says who did it; null where nothing does. That nothing was done is known of everybody. */
function withPersons<Row extends { readonly by?: string | undefined }>(
  rows: readonly Row[] | null | undefined,
): readonly Row[] | null {
  if (rows === null || rows === undefined) return null;
  return rows.length === 0 || rows.some(({ by }) => by !== undefined) ? rows : null;
}

/** The wins of the team that answers for them, by the days that each is there. */
function winsOf(compiled: DatedPlan, { snapshot: { won } }: CompiledSnapshot): readonly ThingOf[] {
  const { deal, period, teams } = compiled;
  const team = teamOf(teams, deal.owner);
  if (team === undefined || team.people.length === 0) return [];
  const course = computePlannedCourse(compiled);
  const rows = withPersons(typeof won === "object" ? won : won === undefined ? [] : null);
  const partsBy = (parts: readonly (number | bigint)[], last: number): Ratio =>
    ratio(team.days.reduce((all, day, index) => (day <= last ? all + BigInt(at(parts, index)) : all), 0n));
  return team.people.map(({ name, parts }): ThingOf => ({
    ...{ name: "win", team: team.name, person: name, isWork: false },
    askedBy: (day) => {
      const all = sum(team.people.map((each) => partsBy(each.parts, day)));
      return isZero(all) ? ZERO : multiply(onDay(course, course.wins, day), divide(partsBy(parts, day), all));
    },
    done:
      rows
        ?.filter(({ by, on }) => by === name && parseWrittenDay(on) >= period.first)
        .map(({ on, by }) => ({ day: parseWrittenDay(on), count: ONE, by })) ?? null,
  }));
}

function attainedBy(things: readonly ThingOf[], weekFrom: number, asOf: number): AttainedThing {
  const askedBy = (day: number): Ratio => sum(things.map((thing) => thing.askedBy(day)));
  const isKnown = things.every(({ done }) => done !== null);
  const rows = things.flatMap(({ done }) => done ?? []);
  const doneSince = (first: number): Ratio | null =>
    isKnown ? sum(rows.filter(({ day }) => day >= first && day <= asOf).map(({ count }) => count)) : null;
  const [all, before] = [askedBy(asOf), askedBy(weekFrom - 1)];
  return {
    name: at(things, 0).name,
    week: figures(minus(all, before), doneSince(weekFrom)),
    sinceStart: figures(all, doneSince(-Infinity)),
  };
}

/** A course of wins that is shared anew may fall by a little; a share is never below 0. */
function minus(all: Ratio, before: Ratio): Ratio {
  const left = sum([all, multiply(ratio(-1), before)]);
  return compare(left, ZERO) < 0 ? ZERO : left;
}

function figures(share: Ratio, done: Ratio | null): DoneOfShare {
  if (done === null) return { share: encodeExact(share), done: null, attainment: null };
  const reached = shareOf(done, share);
  return {
    share: encodeExact(share),
    done: encodeExact(done),
    attainment: reached === undefined ? null : encodeExact(reached),
  };
}

/** A share of fewer units tells nothing. */
const LEAST_SHARE = ratio(5);
/** Below so much of a share, someone needs help. */
const BEHIND = ratio(3, 4);
/** From so much of what was asked before on, all of it was done. */
const DONE_BEFORE = ratio(9, 10);

function workHelp(thing: ThingOf, weekFrom: number, asOf: number): readonly HelpData[] {
  if (thing.done === null) return [];
  const { name, week, sinceStart } = attainedBy([thing], weekFrom, asOf);
  const share = thing.askedBy(asOf);
  const done = sum(thing.done.filter(({ day }) => day <= asOf).map(({ count }) => count));
  if (compare(share, LEAST_SHARE) < 0 || compare(done, multiply(BEHIND, share)) >= 0) return [];
  const askedBefore = thing.askedBy(weekFrom - 1);
  const doneBefore = sum(thing.done.filter(({ day }) => day < weekFrom).map(({ count }) => count));
  const wasDone =
    compare(askedBefore, LEAST_SHARE) >= 0 && compare(doneBefore, multiply(DONE_BEFORE, askedBefore)) >= 0;
  const told = wasDone ? week : sinceStart;
  return told.done === null
    ? []
    : [{ code: wasDone ? "timing" : "work", name, done: told.done, share: told.share }];
}

/** Conversions are worse than luck with a chance below this, over all people. */
const LUCK = 0.05;

interface Tested {
  readonly person: string;
  /** What is said of it if it is more than luck; null where no fewer went on than expected. */
  readonly help: HelpData | null;
  readonly pValue: number | null;
}

/** Whose units went on less often than the plan's rate, by more than bad luck. */
function conversionHelp(compiled: DatedPlan, seen: CompiledSnapshot): Map<string, HelpData[]> {
  const tests = compiled.flow.flatMap((stage) => transitionTests(compiled, seen, stage));
  const below = belowLuck(
    tests.map(({ pValue }) => pValue),
    LUCK,
  );
  const helps = new Map<string, HelpData[]>();
  tests.forEach(({ person, help }, index) => {
    if (help !== null && at(below, index)) helps.set(person, [...(helps.get(person) ?? []), help]);
  });
  return helps;
}

/** Tests of one stage, for those of a team who do both it and what comes next, so that no unit changes hands. */
function transitionTests(
  compiled: DatedPlan,
  seen: CompiledSnapshot,
  stage: CompiledStage,
): readonly Tested[] {
  const { flow, teams, calendar, deal } = compiled;
  const next = stage.next < 0 ? undefined : at(flow, stage.next);
  const isAlone = next === undefined || (next.feeders.length === 0 && next.index === stage.index + 1);
  if (!isAlone || stage.owner === undefined || (next === undefined ? deal.owner : next.owner) !== stage.owner)
    return [];
  const rows = seen.entered.get(stage.name)?.rows ?? null;
  const wins = seen.snapshot.won;
  const gone =
    next === undefined
      ? typeof wins === "object"
        ? wins.map(({ by }) => ({ by, count: ONE }))
        : null
      : (seen.entered.get(next.name)?.rows ?? null);
  if (rows === null || gone === null) return [];
  return (teamOf(teams, stage.owner)?.people ?? []).flatMap(({ name }): Tested[] => {
    const own = rows.filter(({ by }) => by === name);
    const cases = own.map(({ day, count }) => ({
      count,
      chance: multiply(stage.rate, shareGoneBy(stage.lag, day, seen.asOf, calendar)),
    }));
    const expected = sum(cases.map(({ count, chance }) => multiply(count, chance)));
    const done = sum(gone.filter(({ by }) => by === name).map(({ count }) => count));
    if (compare(expected, LEAST_SHARE) < 0) return [];
    const figures = { stage: stage.name, done: encodeExact(done), expected: encodeExact(expected) };
    // Who is not short counts as tested too: left out, the others would be accused twice as often as promised.
    const help = compare(done, expected) < 0 ? ({ code: "conversion", ...figures } as const) : null;
    return [{ person: name, help, pValue: conversionTail(stage, cases, done) }];
  });
}
