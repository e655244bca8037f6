import type { ShortDays } from "../calendar/working-days.js";
import { ZERO } from "../number/ratio.js";
import type { Problem } from "../schema/issue.js";
import { scalar } from "../schema/scalar.js";
import { suggestion } from "../schema/suggestion.js";
import { anyOf, NUMBER, objectOf, TEXT } from "../schema/written-form.js";
import { daysProblem, parseDays, type DaysInput } from "./dates.js";
import { parseProportion, type PlainRate } from "./rate.js";
import { dayShareProblem } from "./workdays.js";
import { isOneOf } from "../schema/fields.js";

/** Holidays as written: dates without work, or with a share of the usual work. */
type HolidayInput =
  | DaysInput
  | {
      /** The date, or the range of dates. */
      on: DaysInput;
      /** The share of the day's usual work that is done all the same. */
      work: PlainRate;
    };

const KEYS = ["on", "work"] as const;
const RANGE = objectOf({ start: TEXT, end: TEXT });

/** A holiday: a date, a range of dates, or `{ on: 2026-12-24, work: 50% }` for half of one. */
export const holidaySchema = scalar<HolidayInput>(
  (value) => (isPartial(value) ? partialProblem(value) : daysProblem(value)),
  anyOf(TEXT, RANGE, objectOf({ on: anyOf(TEXT, RANGE), work: NUMBER })),
);

/** Reads a holiday of a plan that was validated: its days, and the share of their usual work that is done. */
export function parseHoliday(written: HolidayInput): ShortDays {
  return typeof written === "object" && "on" in written
    ? { ...parseDays(written.on), share: parseProportion(written.work) }
    : { ...parseDays(written), share: ZERO };
}

function isPartial(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && KEYS.some((key) => key in value);
}

function partialProblem(value: Readonly<Record<string, unknown>>): Problem | undefined {
  const unknown = Object.keys(value).find((key) => !isOneOf(KEYS, key));
  if (unknown !== undefined)
    return { code: "date.invalid", expected: "a holiday", advice: unknownAdvice(unknown) };
  const dates = daysProblem(value["on"]);
  if (dates !== undefined)
    return {
      ...dates,
      part: { path: ["on", ...(dates.part?.path ?? [])], received: dates.part?.received ?? value["on"] },
    };
  const share = dayShareProblem(value["work"]);
  return share && { ...share, part: { path: ["work"], received: value["work"] } };
}

function unknownAdvice(key: string): string {
  return `${JSON.stringify(key.slice(0, 40))} is not known here, ${suggestion(key, KEYS)}`;
}
