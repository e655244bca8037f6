import { compare, multiply, ratio, sum, ZERO, type Ratio } from "../number/ratio.js";
import { floor } from "../number/ceiling.js";
import type { PlanInput } from "../plan/plan.js";
import { parseQuantity } from "../schema/quantity.js";
import { parseRate } from "../plan/rate.js";
import { computeBaseline, BASELINE_WEEKS, computeBest, BEST_WEEKS, nextStep } from "./baseline.js";
import type { HistoryWeek } from "./history.js";

/** What one person did of one thing. */
export interface PersonalRecord {
  readonly name: string;
  readonly baseline: Ratio;
  readonly best: Ratio | undefined;
  readonly bestFrom: string | null;
  readonly next: number | null;
  readonly limited: boolean;
  /** All of the weeks that the baseline looks at. */
  readonly recent: Ratio;
}

/** What one person did, by name. */
export interface PersonRecords {
  readonly name: string;
  readonly team: string | null;
  readonly weeks: number;
  readonly small: boolean;
  readonly records: ReadonlyMap<string, PersonalRecord>;
}

/** Reads what one person did from the weekly counts; only of what this person ever counted. */
export function buildRecords(
  plan: PlanInput,
  name: string,
  weeks: readonly HistoryWeek[],
  names: readonly string[],
  daysPerWeek: number,
): PersonRecords {
  const team = teamOf(plan, name);
  const small = weeks.length < BEST_WEEKS;
  const counted = names.filter((each) => weeks.some(({ counts }) => Object.hasOwn(counts, each)));
  const records = counted.map((each): readonly [string, PersonalRecord] => {
    const counts = weeks.map((week) => parseQuantity(week.counts[each] ?? 0));
    const baseline = computeBaseline(counts);
    const best = bestOf(counts, baseline);
    const aim = best === undefined ? null : nextStep(baseline, best.average);
    const most = mostPerWeek(plan, team, name, each, daysPerWeek);
    const limited = aim !== null && most !== undefined && aim > most;
    return [
      each,
      {
        name: each,
        baseline,
        best: best?.average,
        bestFrom: best?.from === undefined ? null : (weeks[best.from]?.week ?? null),
        next: limited ? most : aim,
        limited,
        recent: sum(counts.slice(-BASELINE_WEEKS)),
      },
    ];
  });
  return { name, team, weeks: weeks.length, small, records: new Map(records) };
}

/** Whoever does more in a usual week than in any four weeks on average has the usual week as best: best is never below now. */
function bestOf(
  counts: readonly Ratio[],
  baseline: Ratio,
): { readonly average: Ratio; readonly from?: number } | undefined {
  const best = computeBest(counts);
  return best !== undefined && compare(best.average, baseline) < 0 ? { average: baseline } : best;
}

function teamOf({ teams }: PlanInput, person: string): string | null {
  const found = Object.entries(teams ?? {}).find(
    ([, { people }]) => people?.some(({ name }) => name === person) === true,
  );
  return found?.[0] ?? null;
}

/** What the team's most per day comes to in a week of this person; undefined where there is no such limit. */
function mostPerWeek(
  { teams }: PlanInput,
  team: string | null,
  person: string,
  activity: string,
  daysPerWeek: number,
): number | undefined {
  const own = team === null ? undefined : teams?.[team];
  const most =
    own?.maxPerDay !== undefined && Object.hasOwn(own.maxPerDay, activity)
      ? own.maxPerDay[activity]
      : undefined;
  if (most === undefined) return undefined;
  const share = own?.people?.find(({ name }) => name === person)?.fte;
  const full = multiply(parseQuantity(most), ratio(daysPerWeek));
  return Number(floor(share === undefined ? full : multiply(full, parseRate(share))));
}

/** What a person has of something, 0 where nothing was counted. */
export function recentWeeks({ records }: PersonRecords, name: string): Ratio {
  return records.get(name)?.recent ?? ZERO;
}
