import { optional, strictObject, type output } from "zod/mini";
import { compare, isNegative, multiply, ONE, ratio, ZERO, type Ratio } from "../number/ratio.js";
import { parseRateText } from "../number/rate-text.js";
import type { Problem } from "../schema/issue.js";
import { either, list } from "../schema/kinds.js";
import type { ReadonlyData } from "../schema/readonly-data.js";
import { scalar } from "../schema/scalar.js";
import { suggestion } from "../schema/suggestion.js";
import { anyOf, NUMBER, objectOf } from "../schema/written-form.js";
import { parseProportion, type PlainRate } from "./rate.js";
import { isList, isOneOf } from "../schema/fields.js";
import { WEEKDAYS } from "../calendar/week.js";

/** The weekdays of work where a plan names none. */
export const MONDAY_TO_FRIDAY = WEEKDAYS.slice(0, 5);

/** A day of the week. */
export type Weekday = (typeof WEEKDAYS)[number];

const EXPECTED = "a share of a day from 0% to 100%, with one decimal at most";
const ADVICE = "write 50% for half a day";

// With one decimal at most, sums of days are plain decimals.
const share = optional(scalar<PlainRate>(dayShareProblem, NUMBER));

/** Shares of a full day by weekday; days not named are off. */
const weekSchema = strictObject({
  /** The share of a full day's work on Mondays; default none. */
  mon: share,
  /** The share of a full day's work on Tuesdays; default none. */
  tue: share,
  /** The share of a full day's work on Wednesdays; default none. */
  wed: share,
  /** The share of a full day's work on Thursdays; default none. */
  thu: share,
  /** The share of a full day's work on Fridays; default none. */
  fri: share,
  /** The share of a full day's work on Saturdays; default none. */
  sat: share,
  /** The share of a full day's work on Sundays; default none. */
  sun: share,
});

/** Shares of a full day by weekday. */
type WeekInput = ReadonlyData<output<typeof weekSchema>>;

const dayOrShares = scalar<Weekday | WeekInput>(
  workdayProblem,
  anyOf({ enum: WEEKDAYS }, objectOf(Object.fromEntries(WEEKDAYS.map((day) => [day, NUMBER])), WEEKDAYS)),
);

/** Weekdays on which work is done: `[mon, tue, sat: 50%]`, or `{ mon: 100%, sat: 50% }`, where days not named are off. */
export const workdaysSchema = either(weekSchema, list(dayOrShares));

/** Weekdays as written. */
type WorkdaysInput = WeekInput | readonly (Weekday | WeekInput)[];

/** The share of a full day on each of the seven weekdays of a plan that was validated, 0 on days off. */
export function parseWorkdays(written: WorkdaysInput): readonly Ratio[] {
  const week: Ratio[] = WEEKDAYS.map(() => ZERO);
  for (const { day, share: part } of namedDays(written)) week[WEEKDAYS.indexOf(day)] = part;
  return week;
}

/** A weekday that is named, the share of a full day, and its place in the list. */
interface NamedDay {
  readonly day: Weekday;
  readonly share: Ratio;
  readonly index: number;
}

/** Every weekday that is named, as often as it is. */
export function namedDays(written: WorkdaysInput): readonly NamedDay[] {
  const parts = isList(written) ? written : [written];
  return parts.flatMap((part, index): NamedDay[] => {
    if (typeof part === "string") return [{ day: part, share: ONE, index }];
    return WEEKDAYS.flatMap((day) => {
      const share = part[day];
      return share === undefined ? [] : [{ day, share: parseProportion(share), index }];
    });
  });
}

function isDayShare(value: unknown): boolean {
  const part = parseRateText(value);
  if (part === undefined || isNegative(part) || compare(part, ONE) > 0) return false;
  return multiply(part, ratio(1000)).den === 1;
}

/** What is wrong with the share of a day; undefined when it is right. */
export function dayShareProblem(value: unknown): Problem | undefined {
  if (isDayShare(value)) return undefined;
  return { code: "rate.invalid", expected: EXPECTED, advice: ADVICE };
}

function workdayProblem(value: unknown): Problem | undefined {
  if (isWeekday(value)) return undefined;
  const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
  const pairs: readonly (readonly [string, unknown])[] = isObject ? Object.entries(value) : [];
  const [unknown] = isObject ? (pairs.find(([key]) => !isWeekday(key)) ?? []) : [value];
  if (unknown !== undefined || pairs.length === 0)
    return { code: "value.choice", expected: "a weekday", advice: suggestion(unknown, WEEKDAYS) };
  const wrong = pairs.find(([, part]) => !isDayShare(part));
  if (wrong === undefined) return undefined;
  const [day, received] = wrong;
  return { code: "rate.invalid", expected: EXPECTED, advice: ADVICE, part: { path: [day], received } };
}

function isWeekday(value: unknown): value is Weekday {
  return isOneOf(WEEKDAYS, value);
}
