import { goalAt } from "../model/chosen-goal.js";
import { formatDay } from "../calendar/day.js";
import type { CompiledSnapshot } from "../model/compile-snapshot.js";
import type { CompiledMonth, DatedPlan } from "../model/compile.js";
import { plannedWins } from "../model/bridge.js";
import { encodeExact } from "../number/exact-string.js";
import {
  add,
  divide,
  isPositive,
  isZero,
  larger,
  multiply,
  ratio,
  subtract,
  sum,
  ZERO,
} from "../number/ratio.js";
import { parseProfile, type WrittenPart } from "../plan/profile.js";
import type { Outcome } from "./observed.js";
import type { RestChange } from "./rest-change.js";

/**
 * Where the goal holds for each month, the rest of the period is one goal: by the end of each month as many wins are due as all
 * months up to it ask for, less those that are won. What a month missed is then due in the next one.
 */
export function monthsLeft({ plan, months }: DatedPlan, { asOf }: CompiledSnapshot): RestChange[] {
  if (plan.goal.every === undefined) return [];
  const isLast = months.filter(({ last }) => last > asOf).length < 2;
  const reason = { code: isLast ? "last-month" : "months-together" } as const;
  return [{ path: ["goal", "every"], to: undefined, reason }];
}

/**
 * What the profile of the goal asks for in the rest of the period: by the end of each part what was due by then less what is
 * won, as shares of what is left. Nothing where all is won, and in the last part alone, where the end says it all.
 */
export function profileLeft(
  compiled: DatedPlan,
  { asOf }: CompiledSnapshot,
  { wins: won }: Outcome,
): RestChange[] {
  const { plan, bridge, months } = compiled;
  const wins = plannedWins(bridge);
  const parts = months.length > 0 ? partsOf(months) : parseProfile(plan);
  if (parts.length === 0 || wins === undefined) return [];
  const path = goalAt(compiled, "profile");
  const all = ratio(wins);
  const left = subtract(all, won);
  const reason = { code: months.length > 0 ? "months-together" : "profile-left" } as const;
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

/** Each month with its share of all wins; none where nothing need be won. */
function partsOf(months: readonly CompiledMonth[]): readonly WrittenPart[] {
  const all = sum(months.map(({ wins }) => ratio(wins)));
  if (isZero(all)) return [];
  return months.map(({ first, last, name, wins }) => ({
    first,
    last,
    name,
    share: divide(ratio(wins), all),
  }));
}
