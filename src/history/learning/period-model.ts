import type { ChanceModel, ChanceStage, OpenUnits } from "../../chance/chance-model.js";
import { at } from "../../number/invariant.js";
import { listPaths, type FunnelStages } from "../journeys/paths.js";
import type { DealGroup } from "./deal-paths.js";
import type { StageCurve } from "./stage-curve.js";
import { undecidedShare } from "../../chance/undecided.js";

/** For each stage the one that follows it; null for the win. */
type NextStages = ReadonlyMap<string, string | null>;

/** Which stage follows which, in a funnel. */
export function nextStages(funnel: FunnelStages): NextStages {
  const next = new Map<string, string | null>();
  for (const { stages } of listPaths(funnel))
    stages.forEach((stage, index) => next.set(stage, stages[index + 1] ?? null));
  return next;
}

/** What is known of all stages. */
export interface KnownStages {
  readonly next: NextStages;
  readonly curves: ReadonlyMap<string, StageCurve>;
}

/** A model of the wins of one period. */
export type PeriodModel = Omit<ChanceModel, "notEnough">;

/**
 * How these deals are won within their period: each stage with its rate as a sample, and its deals with the share that lands
 * in time. Every deal's number is fixed, those that come in the period too.
 *
 * @param spread by how much more than luck periods differ; 0 for luck alone
 */
export function periodModel(groups: readonly DealGroup[], known: KnownStages, spread: number): PeriodModel {
  const { next, curves } = known;
  const longest = groups.reduce((days, { left }) => Math.max(days, left), 0);
  const landings = landingsOf(known, longest);
  const names = [...next.keys()];
  const stages = names.map((stage): ChanceStage => {
    const curve = curves.get(stage);
    const after = next.get(stage) ?? null;
    const own = groups.filter((group) => group.stage === stage);
    return {
      next: after === null ? null : names.indexOf(after),
      rate: curve?.sample ?? { known: 0 },
      open: fewer(own.map((group) => unitsOf(group, curve, landings, after))),
      landing: [],
    };
  });
  return { stages, shared: [], spread };
}

/** So many sorts of deals in a stage are told apart; more, next to each other by age, are taken together at their mean. */
const MOST_SORTS = 16;

function fewer(units: readonly OpenUnits[]): readonly OpenUnits[] {
  if (units.length <= MOST_SORTS) return units;
  const sorted = [...units].sort(
    (one, other) => one.converted - other.converted || one.lost - other.lost || one.landing - other.landing,
  );
  const all = sorted.reduce((sum, { count }) => sum + count, 0);
  const parts = Array.from({ length: MOST_SORTS }, (): OpenUnits[] => []);
  let before = 0;
  for (const each of sorted) {
    const part = Math.min(MOST_SORTS - 1, Math.floor((before * MOST_SORTS) / all));
    at(parts, part).push(each);
    before += each.count;
  }
  return parts.flatMap((part) => {
    if (part.length === 0) return [];
    const count = part.reduce((sum, each) => sum + each.count, 0);
    const mean = (key: "landing" | "converted" | "lost") =>
      part.reduce((sum, each) => sum + each.count * each[key], 0) / count;
    return [{ count, landing: mean("landing"), converted: mean("converted"), lost: mean("lost") }];
  });
}

/** By the stage, null for the win: the share of those who pass all stages from there on that is won within so many days. */
type Landings = ReadonlyMap<string | null, readonly number[]>;

function landingsOf({ next, curves }: KnownStages, longest: number): Landings {
  const landings = new Map<string | null, readonly number[]>([
    [null, new Array<number>(longest + 1).fill(1)],
  ]);
  const landingOf = (stage: string | null): readonly number[] => {
    const found = landings.get(stage);
    if (found !== undefined) return found;
    const onward = landingOf(next.get(stage ?? "") ?? null);
    const curve = curves.get(stage ?? "");
    const byLeft = onward.map((_, left) => landingShare(curve, -1, left + 1, onward));
    landings.set(stage, byLeft);
    return byLeft;
  };
  for (const stage of next.keys()) landingOf(stage);
  return landings;
}

function unitsOf(
  { stage, age, left, count }: DealGroup,
  curve: StageCurve | undefined,
  landings: Landings,
  after: string | null,
): OpenUnits {
  if (age === null) return { count, landing: landings.get(stage)?.[left] ?? 0, converted: 0, lost: 0 };
  const landing = landingShare(curve, age, left, landings.get(after) ?? []);
  return { count, landing, converted: shareBy(curve?.goneBy, age), lost: shareBy(curve?.lostBy, age) };
}

/** Of those that go on: the share that does so after `age`, within `left` days, and is won by then if it passes all stages. */
function landingShare(
  curve: StageCurve | undefined,
  age: number,
  left: number,
  onward: readonly number[],
): number {
  let sum = 0;
  let before = shareBy(curve?.goneBy, age);
  for (let day = 1; day <= left; day += 1) {
    const by = shareBy(curve?.goneBy, age + day);
    sum += (by - before) * (onward[left - day] ?? 0);
    before = by;
  }
  return sum;
}

function shareBy(shares: readonly number[] | undefined, age: number): number {
  if (shares === undefined || age < 0) return 0;
  return at(shares, Math.min(age, shares.length - 1));
}

/** A number that is expected, and its variance by luck alone. */
export interface Moments {
  readonly expected: number;
  readonly variance: number;
}

/** How many wins are expected of a model, at the mean of what is known of its rates. */
export function expectedWins({ stages }: PeriodModel): Moments {
  const means = stages.map(({ rate }) => ("won" in rate ? rate.won / (rate.won + rate.lost) : 0));
  let [expected, variance] = [0, 0];
  stages.forEach(({ open, next }, place) => {
    const rate = at(means, place);
    let later = 1;
    for (let after = next; after !== null; after = at(stages, after).next) later *= at(means, after);
    for (const { count, landing, ...soFar } of open) {
      const left = undecidedShare(rate, soFar);
      const chance = left < NOTHING ? 0 : Math.min(1, (rate * landing * later) / left);
      expected += count * chance;
      variance += count * chance * (1 - chance);
    }
  });
  return { expected, variance };
}

const NOTHING = 1e-12;

/** How many of these deals are expected to go on from their stage within their period. */
export function expectedToGoOn(groups: readonly DealGroup[], curve: StageCurve | undefined): Moments {
  let [expected, variance] = [0, 0];
  const rate = curve?.rate ?? 0;
  for (const { age, left, count } of groups) {
    const before = age ?? -1;
    const gone = shareBy(curve?.goneBy, before);
    const by = shareBy(curve?.goneBy, age === null ? left : age + left);
    const rest = 1 - rate * gone - (1 - rate) * shareBy(curve?.lostBy, before);
    const chance = rest < NOTHING ? 0 : Math.min(1, (rate * (by - gone)) / rest);
    expected += count * chance;
    variance += count * chance * (1 - chance);
  }
  return { expected, variance };
}
