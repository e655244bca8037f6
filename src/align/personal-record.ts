import { compare, multiply, sum, ZERO, type Ratio } from "../number/ratio.js";
import { floor } from "../number/ceiling.js";
import type { CompiledPlan } from "../model/compile.js";
import { at } from "../number/invariant.js";
import { computeBaseline, BASELINE_WEEKS, computeBest, BEST_WEEKS, nextStep } from "./baseline.js";
import type { ReadWeek } from "./history.js";

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
  compiled: CompiledPlan,
  name: string,
  weeks: readonly ReadWeek[],
  names: readonly string[],
): PersonRecords {
  const team = teamOf(compiled, name);
  const small = weeks.length < BEST_WEEKS;
  const counted = names.filter((each) => weeks.some(({ counts }) => counts.has(each)));
  const records = counted.map((each): readonly [string, PersonalRecord] => {
    const counts = weeks.map((week) => week.counts.get(each) ?? ZERO);
    const baseline = computeBaseline(counts);
    const best = bestOf(counts, baseline);
    const aim = best === undefined ? null : nextStep(baseline, best.average);
    const most = mostPerWeek(compiled, team, name, each);
    const limited = aim !== null && most !== undefined && aim > most;
    return [
      each,
      {
        name: each,
        baseline,
        best: best?.average,
        bestFrom: best?.from === undefined ? null : at(weeks, best.from).week,
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

function teamOf({ teams }: CompiledPlan, person: string): string | null {
  const found = [...teams.values()].find(({ people }) => people.some(({ name }) => name === person));
  return found?.name ?? null;
}

/** What the team's most per day comes to in a week of this person; undefined where there is no such limit. */
function mostPerWeek(
  { teams }: CompiledPlan,
  team: string | null,
  person: string,
  activity: string,
): number | undefined {
  const own = team === null ? undefined : teams.get(team);
  if (own === undefined || !Object.hasOwn(own.maxPerDay, activity)) return undefined;
  const most = own.maxPerDay[activity];
  const works = own.people.find(({ name }) => name === person);
  if (most === undefined || works === undefined) return undefined;
  return Number(floor(multiply(most, works.perWeek)));
}

/** All of something in the weeks that the baseline looks at; 0 where nothing was counted. */
export function recentWeeks({ records }: PersonRecords, name: string): Ratio {
  return records.get(name)?.recent ?? ZERO;
}
