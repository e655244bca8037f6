import type { Pace } from "../forecast/pace.js";
import { UsageError } from "./failure.js";
import type { Option } from "./verb.js";

/** The option that says how work goes on after a snapshot. */
export const PACE: Readonly<Record<string, Option>> = {
  pace: {
    type: "text",
    value: "pace",
    help: "How work continues: targets (default), recent:20, or call=40.",
  },
};

/**
 * Reads `targets`, `recent:20` or `call=40,visit=100`; a name with a comma or an equals sign is written in the plan only.
 *
 * @throws UsageError for what is no pace
 */
export function readPace(typed: string | undefined): Pace | undefined {
  if (typed === undefined || typed === "targets") return typed;
  const [, recent] = /^recent:(\d+)$/.exec(typed) ?? [];
  if (recent !== undefined) return { recent: Number(recent) };
  const pairs = typed.split(",").map((pair) => /^(.+)=([^=]+)$/.exec(pair.trim()));
  if (pairs.some((pair) => pair === null)) {
    throw new UsageError(
      `there is no pace ${JSON.stringify(typed)}; write targets, recent:20, or units a working day by stage, such as call=40`,
    );
  }
  const perDay = pairs.map((pair): [string, string] => [pair?.[1]?.trim() ?? "", pair?.[2]?.trim() ?? ""]);
  return { perDay: Object.fromEntries(perDay) };
}
