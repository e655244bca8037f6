import { optional, strictObject } from "zod/mini";
import { list } from "../schema/kinds.js";
import { holidaySchema } from "./holidays.js";
import { WEEKDAYS, workdaysSchema } from "./workdays.js";
import { choice } from "../schema/choice.js";
import { proportionSchema } from "./rate.js";

/** The months of a year, from January on. */
export const MONTHS = [
  ...(["jan", "feb", "mar", "apr", "may", "jun"] as const),
  ...(["jul", "aug", "sep", "oct", "nov", "dec"] as const),
] as const;

/** What a fiscal year can be called after. */
const YEAR_NAMES = ["end", "start"] as const;

const weight = optional(proportionSchema);

/** Relative effort by month; a month that is not named counts 100%. */
const seasonalitySchema = strictObject({
  /** The relative effort in January; default 100%. */
  jan: weight,
  /** The relative effort in February; default 100%. */
  feb: weight,
  /** The relative effort in March; default 100%. */
  mar: weight,
  /** The relative effort in April; default 100%. */
  apr: weight,
  /** The relative effort in May; default 100%. */
  may: weight,
  /** The relative effort in June; default 100%. */
  jun: weight,
  /** The relative effort in July; default 100%. */
  jul: weight,
  /** The relative effort in August; default 100%. */
  aug: weight,
  /** The relative effort in September; default 100%. */
  sep: weight,
  /** The relative effort in October; default 100%. */
  oct: weight,
  /** The relative effort in November; default 100%. */
  nov: weight,
  /** The relative effort in December; default 100%. */
  dec: weight,
});

/** Which days are working days, and how much effort they take. */
export const calendarSchema = strictObject({
  /** The days of a week on which work is done, short ones with their share; default Monday to Friday. */
  workdays: optional(workdaysSchema),
  /** Dates, and ranges of dates, on which no work is done, or only a share of it. */
  holidays: optional(list(holidaySchema)),
  /** The weekday on which weeks begin; default Monday, or the first of the workdays in a row that Monday is one of. */
  weekStartsOn: optional(choice("a weekday", WEEKDAYS)),
  /** Relative effort by month; a month that is not named counts 100%. */
  seasonality: optional(seasonalitySchema),
  /** The month in which a fiscal year begins, for periods such as FY2026-Q1. */
  fiscalYearStart: optional(choice("a month", MONTHS)),
  /** Whether a fiscal year is called after the calendar year in which it ends or in which it starts; default end. */
  fiscalYearNamedBy: optional(choice("a way to name fiscal years", YEAR_NAMES)),
});
