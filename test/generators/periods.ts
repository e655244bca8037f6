import fc from "fast-check";
import { workingDaysIn } from "../oracle/calendar.js";
import { dateText, dayOf, MONTHS, readPeriod, WEEKDAYS } from "../oracle/dates.js";
import type { Range, WrittenPeriod, WrittenRange } from "../oracle/dates.js";
import type { PlainCalendar, PlainHoliday, PlainPlan } from "../oracle/plain-plan.js";
import type { WrittenNumber } from "../oracle/written.js";

/** When: the goal's period, the calendar and the first day of work. */
export type When = Pick<PlainPlan, "calendar" | "workFrom"> & { readonly period: WrittenPeriod };

/** Which periods and calendars to draw. Everything is drawn unless it is turned off. */
export interface PeriodKnobs {
  readonly period?: "dated" | "undated" | "either";
  readonly holidays?: boolean;
  readonly seasonality?: boolean;
  readonly workFrom?: boolean;
  /** Halves, ISO weeks, fiscal years and their parts, months from a day on, and weeks that start elsewhere; false unless given. */
  readonly named?: boolean;
  /** Only periods of up to two months, which are cheap to walk through day by day; false unless given. */
  readonly short?: boolean;
}

const FIRST = dayOf("2023-12-01");
const LAST = dayOf("2028-12-31");

/** Periods with calendars; the dated ones lie between 2023 and 2029, leap years included. */
export function whens(knobs: PeriodKnobs = {}): fc.Arbitrary<When> {
  const kind = knobs.period ?? "either";
  if (kind === "undated") return undatedWhens();
  if (kind === "dated") return datedWhens(knobs);
  return fc.oneof({ weight: 3, arbitrary: datedWhens(knobs) }, undatedWhens());
}

/** Dated periods of two weeks to two months. */
export function shortPeriods(): fc.Arbitrary<WrittenPeriod> {
  const years = fc.integer({ min: 2024, max: 2028 });
  const starts = fc.integer({ min: FIRST, max: LAST });
  return fc.oneof(
    fc.tuple(years, fc.integer({ min: 1, max: 12 })).map(([year, month]) => `${year}-${twoDigits(month)}`),
    fc
      .tuple(starts, fc.integer({ min: 13, max: 60 }))
      .map(([start, days]) => writtenRange(start, start + days)),
    fc.record({ start: starts.map(dateText), weeks: fc.integer({ min: 2, max: 8 }) }),
  );
}

/** Dated periods in every form, from two weeks to a year. */
export function datedPeriods(): fc.Arbitrary<WrittenPeriod> {
  const years = fc.integer({ min: 2024, max: 2028 });
  const starts = fc.integer({ min: FIRST, max: LAST });
  const ends = fc.integer({ min: 13, max: 120 });
  return fc.oneof(
    fc.tuple(years, fc.integer({ min: 1, max: 12 })).map(([year, month]) => `${year}-${twoDigits(month)}`),
    fc.tuple(years, fc.integer({ min: 1, max: 4 })).map(([year, quarter]) => `${year}-Q${quarter}`),
    fc.oneof(years, years.map(String)),
    fc.tuple(starts, ends).map(([start, days]) => writtenRange(start, start + days)),
    fc.tuple(starts, ends).map(([start, days]) => ({ start: dateText(start), end: dateText(start + days) })),
    fc.record({ start: starts.map(dateText), weeks: fc.integer({ min: 2, max: 13 }) }),
  );
}

/** Periods by other names: halves, ISO weeks, parts of fiscal years, and months from a day on. */
function namedPeriods({ short }: PeriodKnobs): fc.Arbitrary<WrittenPeriod> {
  const years = fc.integer({ min: 2024, max: 2028 });
  const starts = fc.integer({ min: FIRST, max: LAST }).map(dateText);
  const months = fc.record({ start: starts, months: fc.integer({ min: 1, max: short === true ? 2 : 12 }) });
  const weeks = fc
    .tuple(years, fc.integer({ min: 1, max: 52 }))
    .map(([year, week]) => `${year}-W${twoDigits(week)}`);
  if (short === true) return fc.oneof(months, weeks);
  const parts = fc.constantFrom("", "-H1", "-H2", "-Q1", "-Q2", "-Q3", "-Q4");
  return fc.oneof(
    months,
    weeks,
    fc.tuple(years, fc.constantFrom("H1", "H2")).map(([year, half]) => `${year}-${half}`),
    { weight: 3, arbitrary: fc.tuple(years, parts).map(([year, part]) => `FY${year}${part}`) },
  );
}

/** When fiscal years begin, and with which day weeks do. */
function namedCalendars(): fc.Arbitrary<PlainCalendar> {
  return fc.record(
    {
      fiscalYearStart: fc.constantFrom(...MONTHS),
      fiscalYearNamedBy: fc.constantFrom<("end" | "start")[]>("end", "start"),
      weekStartsOn: fc.constantFrom(...WEEKDAYS),
    },
    { requiredKeys: ["fiscalYearStart"] },
  );
}

function undatedWhens(): fc.Arbitrary<When> {
  const periods = fc.integer({ min: 1, max: 260 }).map((workingDays) => ({ workingDays }));
  return fc.record(
    { period: periods, calendar: fc.record({ workdays: workdays() }) },
    { requiredKeys: ["period"] },
  );
}

function datedWhens(knobs: PeriodKnobs): fc.Arbitrary<When> {
  const plain = knobs.short === true ? shortPeriods() : datedPeriods();
  if (knobs.named !== true) return plain.chain((period) => whenOf(period, {}, knobs));
  return fc
    .tuple(fc.oneof(plain, namedPeriods(knobs)), namedCalendars())
    .chain(([period, years]) => whenOf(period, years, knobs).filter(hasWorkingDay));
}

/** What a channel with fixed units brings in a week off is nobody's question. */
function hasWorkingDay({ period, calendar = {}, workFrom }: When): boolean {
  const range = readPeriod(period, calendar);
  if (range === null) return true;
  const start = workFrom === undefined ? range.start : Math.max(range.start, dayOf(workFrom));
  return workingDaysIn(calendar, { start, end: range.end }).length > 0;
}

function whenOf(period: WrittenPeriod, years: PlainCalendar, knobs: PeriodKnobs): fc.Arbitrary<When> {
  const range = readPeriod(period, years) ?? { start: FIRST, end: LAST };
  const isNamed = Object.keys(years).length > 0;
  const drawn = calendars(range, knobs);
  const calendar = isNamed ? drawn.map((written) => ({ ...written, ...years })) : drawn;
  const always = { period: fc.constant(period), calendar };
  const required: ("period" | "calendar")[] = isNamed ? ["period", "calendar"] : ["period"];
  if (knobs.workFrom === false) return fc.record(always, { requiredKeys: required });
  const half = Math.floor((range.end - range.start) / 2);
  const workFrom = fc.integer({ min: range.start - 60, max: range.start + half }).map(dateText);
  return fc.record({ ...always, workFrom }, { requiredKeys: required });
}

function calendars(range: Range, knobs: PeriodKnobs): fc.Arbitrary<PlainCalendar> {
  return fc.record(
    {
      workdays: workdays(),
      ...(knobs.holidays === false ? {} : { holidays: fc.array(holidays(range), { maxLength: 3 }) }),
      ...(knobs.seasonality === false ? {} : { seasonality: seasons() }),
    },
    { requiredKeys: [] },
  );
}

/** Mostly whole days; sometimes a list with a short day at its end, and sometimes shares by weekday. */
function workdays(): fc.Arbitrary<NonNullable<PlainCalendar["workdays"]>> {
  const days = fc.subarray(WEEKDAYS, { minLength: 2 });
  return fc.oneof(
    { weight: 4, arbitrary: fc.constant(["mon", "tue", "wed", "thu", "fri"]) },
    { weight: 4, arbitrary: days },
    fc.tuple(days, dayShares()).map(([names, share]) => {
      const [last = "mon", ...others] = [...names].reverse();
      return [...others, { [last]: share }];
    }),
    fc
      .tuple(days, fc.array(dayShares(), { minLength: 7, maxLength: 7 }))
      .map(([names, shares]) => Object.fromEntries(names.map((day, index) => [day, shares[index] ?? "50%"]))),
  );
}

/** From 10% to 100% of a day. */
function dayShares(): fc.Arbitrary<string> {
  return fc.oneof(
    fc.constantFrom("50%", "100%", "37.5%", "1/4"),
    fc.integer({ min: 10, max: 100 }).map((percent) => `${percent}%`),
  );
}

function holidays(range: Range): fc.Arbitrary<PlainHoliday> {
  const short = fc.record({ on: daysOff(range), work: dayShares() });
  return fc.oneof({ weight: 4, arbitrary: daysOff(range) }, short);
}

function daysOff(range: Range): fc.Arbitrary<WrittenRange> {
  const starts = fc.integer({ min: range.start - 5, max: range.end });
  return fc.tuple(starts, fc.integer({ min: 0, max: 4 }), fc.boolean()).map(([start, days, asRecord]) => {
    if (days === 0) return dateText(start);
    return asRecord
      ? { start: dateText(start), end: dateText(start + days) }
      : writtenRange(start, start + days);
  });
}

/** Efforts from 50% to 150%; a bare number goes up to 1. */
function seasons(): fc.Arbitrary<Record<string, WrittenNumber>> {
  const efforts = fc.oneof(
    fc.integer({ min: 50, max: 150 }).map((percent) => `${percent}%`),
    fc.integer({ min: 50, max: 100 }).map((percent) => percent / 100),
  );
  return fc.dictionary(fc.constantFrom(...MONTHS), efforts, { maxKeys: 6, noNullPrototype: true });
}

function writtenRange(start: number, end: number): string {
  return `${dateText(start)}/${dateText(end)}`;
}

function twoDigits(month: number): string {
  return String(month).padStart(2, "0");
}
