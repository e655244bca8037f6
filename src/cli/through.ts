import { latestDay } from "../journeys/latest-day.js";
import type { Journey } from "../journeys/journey.js";
import { readDay } from "../time/day.js";
import { UsageError } from "./failure.js";
import type { Call } from "./verb.js";

/** The last day of history: the one that was typed, else the last one on which anything happened, at most today. */
export function throughOf(call: Call, journeys: readonly Journey[]): string {
  const typed = dateOption(call, "through");
  if (typed !== undefined) return typed;
  const [latest, today] = [latestDay(journeys), call.world.today()];
  return latest === undefined || latest > today ? today : latest;
}

/** A date that was typed as an option. */
export function dateOption(call: Call, option: string): string | undefined {
  const typed = call.text(option);
  if (typed === undefined || readDay(typed) !== undefined) return typed;
  throw new UsageError(`--${option} needs a date such as 2026-01-31; got ${JSON.stringify(typed)}`);
}
