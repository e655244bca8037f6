import { optional, strictObject } from "zod/mini";
import { list } from "../schema/kinds.js";
import { daysSchema } from "./dates.js";
import { choice } from "../schema/choice.js";
import { proportionSchema } from "./rate.js";

/** The days of the week, in the order in which a week runs. */
export const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;

/** The months of a year as a season names them. */
export const SEASON_MONTHS = [
  "jan",
  "feb",
  "mar",
  "apr",
  "may",
  "jun",
  "jul",
  "aug",
  "sep",
  "oct",
  "nov",
  "dec",
] as const;

const weight = optional(proportionSchema);

/** Relative effort by month; a month that is not named counts 100%. */
const seasonSchema = strictObject(
  Object.fromEntries(SEASON_MONTHS.map((month) => [month, weight])) as Readonly<
    Record<(typeof SEASON_MONTHS)[number], typeof weight>
  >,
);

/** Which days are working days, and how much effort they take. */
export const calendarSchema = strictObject({
  /** The days of a week on which work is done; default Monday to Friday. */
  workdays: optional(list(choice("a weekday", WEEKDAYS))),
  /** Dates, and ranges of dates, on which no work is done. */
  holidays: optional(list(daysSchema)),
  /** Relative effort by month; a month that is not named counts 100%. */
  seasonality: optional(seasonSchema),
});
