import type { Import, JourneyStream } from "../adapters/import.js";
import type { ProblemCode } from "../adapters/problems.js";
import { latestDay } from "../history/journeys/latest-day.js";
import { parseDay } from "../calendar/day.js";
import { UsageError } from "./failure.js";
import type { Call } from "./verb.js";

/**
 * The last day of history: the one that was typed, else the last one on which anything happened, at most today. An export that
 * names days after today goes through today.
 *
 * @param logged the last day of an activity log beside the export
 */
export function parseAsOf(
  call: Call,
  deals: Pick<Import, "journeys" | "counts"> | Pick<JourneyStream, "latest" | "counts">,
  logged?: string,
): string {
  const typed = dateOption(call, "as-of");
  if (typed !== undefined) return typed;
  const { counts } = deals;
  const last = "latest" in deals ? deals.latest : latestDay(deals.journeys);
  const [latest, today] = [later(last, logged), call.world.today()];
  const cut = [...counts.reasons, ...counts.notes].some(({ code }) => LATER.has(code));
  return latest === undefined || cut || latest > today ? today : latest;
}

function later(one: string | undefined, other: string | undefined): string | undefined {
  return one === undefined || (other !== undefined && other > one) ? other : one;
}

/** What an import says where it left out what came after today. */
const LATER: ReadonlySet<string> = new Set(["row.later", "row.overtaken"] satisfies readonly ProblemCode[]);

/**
 * A date that was typed as an option.
 *
 * @throws UsageError for what is no date
 */
export function dateOption(call: Call, option: string): string | undefined {
  const typed = call.text(option);
  if (typed === undefined || parseDay(typed) !== undefined) return typed;
  throw new UsageError(`--${option} needs a date such as 2026-01-31; got ${JSON.stringify(typed)}`);
}
