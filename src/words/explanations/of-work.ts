import type { Format } from "../../format/format.js";
import type { ExactString } from "../../number/exact-string.js";
import { workDaysFigure, workDaysText, type WorkDays } from "./of-stage.js";
import { equals, equalsUp, named, plain, type RoundedUp, type SaidExplanation } from "./said.js";

/** An activity, and the stage that it is done for; null where that is itself. */
export interface ActivityName {
  readonly activity: string;
  readonly stage: string | null;
}

export interface TotalFigures {
  readonly name: ActivityName;
  readonly total: number;
  readonly perUnit: ExactString;
  readonly units: number;
  /** What a unit is called. */
  readonly unit: "unit" | "win";
  readonly exact: RoundedUp;
}

export interface SpreadFigures {
  readonly name: ActivityName;
  readonly count: number;
  readonly per: "day" | "week" | "person";
  /** People of the team, for a pace by person. */
  readonly people: ExactString;
  /** Working days of a week, for a pace by week. */
  readonly weekDays: ExactString;
}

/** What somebody does: the whole team, or a person. */
export interface ShareFigures {
  readonly name: ActivityName;
  /** The person; null for the whole team. */
  readonly person: string | null;
  readonly count: number;
  readonly total: number;
  readonly when:
    | { readonly span: "all" | "each day" }
    | { readonly span: "day"; readonly on: string }
    | { readonly span: "week"; readonly week: string };
}

export interface UseFigures {
  /** The team, or the person. */
  readonly who: string;
  readonly week: string;
  readonly of: string;
  readonly demand: ExactString;
  readonly capacity: ExactString;
}

/** The work that stages and wins cause, and what teams can do. */
export const WORK_SAYINGS = {
  "activity-total": (
    { name, total, perUnit, units, unit, exact }: TotalFigures,
    format: Format,
  ): SaidExplanation => {
    const each = perUnit === "1" ? "one for each" : `${format.number(perUnit)} for each`;
    const all = format.plural(units, unit);
    return {
      text: `${nameText(name)} must be done ${format.number(total)} times: ${each} of ${all}.`,
      formula: equalsUp(`${format.number(perUnit)} × ${all}`, exact, format),
    };
  },

  "activity-pace": (
    { need, over, exact, ...spread }: SpreadFigures & { need: ExactString; over: WorkDays; exact: RoundedUp },
    format: Format,
  ): SaidExplanation => {
    const week = spread.per === "week" ? `${format.plural(spread.weekDays, "working day")} a week × ` : "";
    const split = spread.per === "person" ? ` ÷ ${format.plural(spread.people, "person", "people")}` : "";
    return {
      text: `${spreadText(spread, format)}: ${format.number(need)} in ${workDaysText(over, format)}.`,
      formula: equalsUp(
        `${week}${format.number(need)} ÷ ${workDaysFigure(over, format)}${split}`,
        exact,
        format,
      ),
    };
  },

  "activity-pace-in-part": (spread: SpreadFigures, format: Format): SaidExplanation =>
    plain(
      `${spreadText(spread, format)}, counting that only a part of each day's work lands in the period.`,
      format.number(spread.count),
    ),

  "activity-minutes": ({ name, value, minutes, level }: MinutesFigures, format: Format): SaidExplanation => {
    const shown = format.plural(value, "minute");
    return {
      text: `${nameText(name)} takes ${shown} on a working day, ${format.number(minutes)} each time.`,
      formula:
        level === null
          ? shown
          : equals(
              `${format.plural(minutes, "minute")} × ${format.number(level.need)} ÷ ${workDaysFigure(level.over, format)}`,
              value,
              format,
            ),
    };
  },

  "activity-cost": (
    {
      name,
      cost,
      each,
      hourly,
      times,
    }: {
      name: ActivityName;
      cost: ExactString;
      each: ExactString;
      hourly: ExactString | null;
      times: number;
    },
    format: Format,
  ): SaidExplanation => {
    const all = format.plural(times, "time");
    return {
      text: `${nameText(name)} costs ${format.number(cost)}: ${format.number(each)} for each of ${all}${hourly === null ? "" : `, with ${format.number(hourly)} for its minutes`}.`,
      formula: equals(`${format.number(each)} each × ${all}`, cost, format),
    };
  },

  "share-of-work": ({ name, person, count, total, when }: ShareFigures, format: Format): SaidExplanation => {
    const who = person === null ? "The team" : named(person);
    const fair = person === null ? "" : "; the work is assigned one by one, by who has most time left for it";
    return plain(
      `${who} does ${nameText(name)} ${format.number(count)} times ${whenText(when, format)}, of ${format.number(total)} in all${fair}.`,
      `${format.number(count)} of ${format.number(total)}`,
    );
  },

  "team-demand": ({ who, week, of, demand, capacity }: UseFigures, format: Format): SaidExplanation =>
    plain(
      `The plan asks ${format.number(demand)} ${of} of ${named(who)} ${weekText(week, format)}, which can do ${format.number(capacity)}.`,
      format.number(demand),
    ),

  "team-capacity": ({ who, week, of, demand, capacity }: UseFigures, format: Format): SaidExplanation =>
    plain(
      `${named(who)} can do ${format.number(capacity)} ${of} ${weekText(week, format)}; the plan asks ${format.number(demand)} of it.`,
      format.number(capacity),
    ),

  "person-demand": ({ who, week, of, demand, capacity }: UseFigures, format: Format): SaidExplanation =>
    plain(
      `The plan asks ${format.number(demand)} ${of} of ${named(who)} ${weekText(week, format)}, who can do ${format.number(capacity)}: the units assigned to them, and their part of the team's habits and open work.`,
      format.number(demand),
    ),

  "person-capacity": ({ who, week, of, demand, capacity }: UseFigures, format: Format): SaidExplanation =>
    plain(
      `${named(who)} ${weekText(week, format)} can do ${format.number(capacity)} ${of}; the plan asks ${format.number(demand)}.`,
      format.number(capacity),
    ),

  "person-share": (
    { who, week, of, demand, capacity, share }: UseFigures & { share: ExactString },
    format: Format,
  ): SaidExplanation =>
    plain(
      `${named(who)} ${weekText(week, format)} is used to ${format.rate(share)}: ${format.number(demand)} of ${format.number(capacity)} ${of}.`,
      `${format.number(demand)} ÷ ${format.number(capacity)} = ${format.rate(share)}`,
    ),
};

export interface MinutesFigures {
  readonly name: ActivityName;
  readonly value: ExactString;
  readonly minutes: ExactString;
  /** Null where the work is not level. */
  readonly level: { readonly need: ExactString; readonly over: WorkDays } | null;
}

function nameText({ activity, stage }: ActivityName): string {
  return stage === null ? named(activity) : `${named(activity)} for ${named(stage)}`;
}

function spreadText({ name, count, per, people }: SpreadFigures, format: Format): string {
  const each =
    per === "person" ? `each day by each of ${format.plural(people, "person", "people")}` : `each ${per}`;
  return `${nameText(name)} must be done ${format.number(count)} times ${each}`;
}

function whenText(when: ShareFigures["when"], format: Format): string {
  switch (when.span) {
    case "all":
      return "in all";
    case "each day":
      return "each day that there is work and time for it, rounded up";
    case "day":
      return `on ${format.date(when.on)}`;
    case "week":
      return weekText(when.week, format);
  }
}

function weekText(week: string, format: Format): string {
  return week === "period" ? "in the period" : `in the week of ${format.date(week)}`;
}
