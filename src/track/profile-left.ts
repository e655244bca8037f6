import { formatDay } from "../calendar/day.js";
import type { CompiledSnapshot } from "../model/compile-snapshot.js";
import type { DatedPlan } from "../model/compile.js";
import { plannedWins } from "../model/bridge.js";
import { encodeExact } from "../number/exact-string.js";
import { add, divide, isPositive, larger, multiply, ratio, subtract, ZERO } from "../number/ratio.js";
import { parseProfile } from "../plan/profile.js";
import type { Outcome } from "./observed.js";
import type { RestChange } from "./rest-change.js";

/**
 * What the profile of the goal asks for in the rest of the period: by the end of each part what was due by then less what is
 * won, as shares of what is left. Nothing where all is won, and in the last part alone, where the end says it all.
 */
export function profileLeft(
  { plan, bridge }: DatedPlan,
  { asOf }: CompiledSnapshot,
  { wins: won }: Outcome,
): RestChange[] {
  const parts = parseProfile(plan);
  const wins = plannedWins(bridge);
  if (parts.length === 0 || wins === undefined) return [];
  const path = ["goal", "profile"];
  const all = ratio(wins);
  const left = subtract(all, won);
  const reason = { code: "profile-left" } as const;
  const ahead = parts.filter(({ last }) => last > asOf);
  if (ahead.length < 2 || !isPositive(left)) return [{ path, to: undefined, reason }];
  let [due, before] = [ZERO, ZERO];
  const to: Record<string, string> = {};
  for (const { first, last, name, share } of parts) {
    due = add(due, share);
    if (last <= asOf) continue;
    const until = divide(larger(ZERO, subtract(multiply(due, all), won)), left);
    const range = first > asOf ? name : `${formatDay(asOf + 1)}/${formatDay(last)}`;
    to[range] = encodeExact(subtract(until, before));
    before = until;
  }
  return [{ path, to, reason }];
}
