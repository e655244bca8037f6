import { UsageError } from "./failure.js";
import { must } from "../number/invariant.js";

const DAY = 1440;
/** Clocks of one zone, and what they showed at the beginning of days. */
const clocks = new Map<
  string,
  { readonly format: Intl.DateTimeFormat; readonly days: Map<number, number> }
>();

/**
 * How many minutes east of UTC the clocks of a time zone stand at a moment, in minutes since 1970. Clocks are changed on a few
 * days a year: on all others what they show at midnight holds for the day.
 */
export function zoneMinutes(moment: number, timeZone: string): number {
  const clock = clockOf(timeZone);
  const day = Math.floor(moment / DAY);
  const [before, after] = [atMidnight(clock, day), atMidnight(clock, day + 1)];
  return before === after ? before : shown(clock.format, moment);
}

type Clock = ReturnType<typeof clockOf>;

function clockOf(timeZone: string) {
  const known = clocks.get(timeZone);
  if (known !== undefined) return known;
  const clock = { format: formatOf(timeZone), days: new Map<number, number>() };
  clocks.set(timeZone, clock);
  return clock;
}

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const numeric = "numeric" as const;
  try {
    return new Intl.DateTimeFormat("en-US", {
      ...{
        timeZone,
        hourCycle: "h23",
        year: numeric,
        month: numeric,
        day: numeric,
        hour: numeric,
        minute: numeric,
      },
    });
  } catch {
    throw new UsageError(
      `the map is not right: there is no time zone ${JSON.stringify(timeZone)}; write one such as Europe/Berlin`,
    );
  }
}

function atMidnight({ format, days }: Clock, day: number): number {
  const known = days.get(day);
  if (known !== undefined) return known;
  const minutes = shown(format, day * DAY);
  days.set(day, minutes);
  return minutes;
}

function shown(format: Intl.DateTimeFormat, moment: number): number {
  const parts = new Map(
    format.formatToParts(moment * 60_000).map(({ type, value }) => [type, Number(value)]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes) => must(parts.get(type), `a time without ${type}`);
  const local = Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute"));
  return Math.round(local / 60_000 - moment);
}
