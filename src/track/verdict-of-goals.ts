import { parseExact } from "../number/exact-string.js";
import { must } from "../number/invariant.js";
import { compare } from "../number/ratio.js";
import type { Format } from "../format/format.js";
import { firstOfEach } from "../schema/first-of-each.js";
import {
  sayStatement,
  type DailyNeed,
  type Statement,
  type StatementData,
  type TrackChance,
} from "../words/progress.js";
import { worstFirst, type GoalTrack } from "./goal-tracks.js";
import type { Verdict } from "./verdict.js";

/**
 * The verdict on several goals: that of the one that stands worst, with what all of them end at, how sure all are together,
 * and what all of them take.
 */
export function verdictOfGoals(
  goals: readonly GoalTrack[],
  chance: TrackChance | null,
  format: Format,
): Verdict {
  const ordered = worstFirst(goals);
  const lead = must(ordered[0], "the goal that stands worst");
  const each = (...codes: readonly Statement["code"][]): readonly Statement[] =>
    ordered.flatMap(({ verdict }) => verdict.statements.filter(({ code }) => codes.includes(code)));
  const said = (data: StatementData): Statement => ({ ...data, text: sayStatement(data, format) });
  const isGood = ({ status }: GoalTrack): boolean => status === "on track" || status === "ahead";
  const why = worstFirst(goals.filter((goal) => goal === lead || !isGood(goal))).flatMap(({ verdict }) =>
    verdict.statements.filter(({ code }) => code === "why"),
  );
  return {
    ...lead.verdict,
    statements: [
      // Work that is late is late for all goals.
      ...each("not-shown-yet").slice(0, 1),
      ...each("outlook"),
      ...(chance === null ? [] : [said({ code: "chance", chance, of: "all" })]),
      ...each("reached-on"),
      said(neededForAll(goals)),
      ...why,
      ...each("today"),
    ],
  };
}

/** Of each source of work as much as the goal that takes most of it. */
function neededForAll(goals: readonly GoalTrack[]): StatementData {
  const ahead = goals.map((goal) => goal.ahead);
  const all = ahead.flatMap(({ needed }) => needed);
  return {
    code: "needed",
    needed: firstOfEach(all, ({ stage }) => stage).map(({ stage, plannedPerDay }) => ({
      stage,
      perDay: mostPerDay(all.filter((need) => need.stage === stage)),
      plannedPerDay,
    })),
    possible: ahead.every(({ possible }) => possible),
    over: ahead.some(({ over }) => over),
    enough: ahead.every(({ asPlanned }) => asPlanned.reachedOn !== null),
    of: "all",
  };
}

/** Null where no amount of work is enough for one of them. */
function mostPerDay(needs: readonly DailyNeed[]): DailyNeed["perDay"] {
  return needs
    .map(({ perDay }) => perDay)
    .reduce((most, each) => (most === null || each === null ? null : isMore(each, most) ? each : most));
}

function isMore(one: string, other: string): boolean {
  return compare(must(parseExact(one), "a day's work"), must(parseExact(other), "a day's work")) > 0;
}
