import { parseDay } from "../calendar/day.js";
import type { Plan } from "../plan/plan.js";
import { earlierSpan, sameDays, type SameDays } from "../track/same-days.js";
import { UsageError } from "./failure.js";
import type { Happened } from "./happened.js";
import { readSnapshot } from "./read-snapshot.js";
import type { Call, Option } from "./verb.js";

/** Options of verbs that compare with the same days of an earlier period. */
export const EARLIER: Readonly<Record<string, Option>> = {
  earlier: {
    type: "text",
    value: "file",
    help: "A snapshot of an earlier period, to compare the same days.",
  },
  "earlier-from": {
    type: "text",
    value: "day",
    help: "Its first day (default: a year before), also to count it from exports.",
  },
};

/**
 * The same days of an earlier period: from the file of `--earlier`, or counted from the exports and the log where
 * `--earlier-from` names its first day; undefined where neither is typed.
 *
 * @throws UsageError for a day that is none, and where there is nothing to count it from
 */
export async function readEarlier(
  call: Call,
  plan: Plan,
  { snapshot, countedFrom }: Happened,
): Promise<SameDays | undefined> {
  const [file, from] = [call.text("earlier"), call.text("earlier-from")];
  if (from !== undefined && parseDay(from) === undefined)
    throw new UsageError(
      `there is no day ${JSON.stringify(from)}; write --earlier-from as a date: 2025-01-01`,
    );
  if (file !== undefined) {
    const earlier = await readSnapshot(call.world, file, plan);
    return sameDays(plan, snapshot, earlier, from);
  }
  if (from === undefined) return undefined;
  if (countedFrom === null)
    throw new UsageError("--earlier-from counts from exports or a log; a snapshot needs --earlier <file>");
  const span = earlierSpan(plan, snapshot.asOf, from);
  return sameDays(plan, snapshot, countedFrom(span.from, span.to), from);
}
