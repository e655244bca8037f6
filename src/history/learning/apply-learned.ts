import { withChange, type Change } from "../../plan/change.js";
import { minorUnitPlaces } from "../../plan/currency.js";
import { dealValueWithMean } from "../../plan/deal-value.js";
import { parseNamedPlan } from "../../plan/parse.js";
import { planPeriod } from "../../plan/plan-period.js";
import type { Plan, PlanInput } from "../../plan/plan.js";
import { listStages, type PlacedStage } from "../../plan/stage-list.js";
import { parseQuantity } from "../../schema/quantity.js";
import { saidLearningGap, saidWhyLeft, type WhyLeft } from "../../words/learning.js";
import type { Learned, LearnedStage } from "./learned.js";
import { writtenLag } from "./written-lag.js";
import { moneyText, percentOf, writtenRateOf } from "./written-numbers.js";
import { ENOUGH_MONTHS, ENOUGH_WINS, isSpreadTold } from "./spread-told.js";

/** Something that was not taken over, and why. */
interface LeftAsIs {
  /** The number that the plan keeps. */
  readonly path: Change["path"];
  /** Why history does not replace it, with its figures and in a sentence. */
  readonly why: WhyLeft;
}

/** A plan with what was learned in it. */
export interface AppliedLearning<Stage extends string = string, Team extends string = string> {
  /** The plan with what was learned in it. */
  readonly plan: Plan<Stage, Team>;
  /** Each number that was replaced, in the order of the plan. */
  readonly changes: readonly Change[];
  /** What the plan keeps, because history cannot tell (yet). */
  readonly left: readonly LeftAsIs[];
  /** How far lags as written are from what was seen: the greatest difference of the shares by any day, from 0 to 1. */
  readonly fits: readonly {
    /** Where the lag is written in the plan. */
    readonly path: Change["path"];
    /** The greatest distance between the two curves, as a share from 0 to 1. */
    readonly off: number;
  }[];
}

/**
 * The plan with rates, lags, loss lags, the spread and the deal's value as history shows them, and a list of every change.
 *
 * Numbers are written as a person would: `{ won, of }` where nothing in the stage is open, else `{ rate, low, high }` beside
 * the counts; a lag as `{ median, p90 }` where that curve is close, else as at most twelve rows (`learned` keeps the whole
 * curve); money in its smallest unit. A stage that is not mature is left as it is. Lags are left out of a plan without dates.
 * How much months differ beyond luck becomes the spread, where twelve months or 300 wins tell it.
 * The deal's value becomes the mean of won deals where the plan gives one and all won deals are in its currency; a CRM's
 * amounts are taken as they are, so they must be what the plan means by a deal's value (a month's, a year's, the whole).
 *
 * @throws PlanError for a plan that is not valid
 *
 * @example
 * ```ts
 * const plan = definePlan({
 *   goal: { metric: "customers", amount: 10, period: "2026-Q2" },
 *   funnel: [{ stage: "demo", rate: "40%" }],
 * });
 * const csv = "deal,stage,on\n1,demo,2026-01-05\n1,won,2026-01-12\n2,demo,2026-01-06\n2,lost,2026-01-20\n";
 * const columns = { id: "deal", stage: "stage", on: "on" };
 * const { journeys } = fromCsv(csv, { funnel: plan.funnel, columns });
 * const learned = learn(journeys, { stages: plan.funnel, asOf: "2026-02-01" });
 * applyLearned(plan, learned).plan.funnel[0]?.lag; // => 7
 * ```
 */
export function applyLearned<Stage extends string, Team extends string>(
  plan: PlanInput<Stage, Team>,
  learned: Learned<Stage>,
): AppliedLearning<Stage, Team> {
  const dated = planPeriod(plan).kind === "dated";
  const changes: Change[] = [];
  const stages: Readonly<Record<string, LearnedStage | undefined>> = learned.stages;
  const left: LeftAsIs[] = [];
  const fits: { readonly path: Change["path"]; readonly off: number }[] = [];
  for (const placed of listStages(plan)) {
    const stage = stages[placed.stage.stage];
    const { sameAs } = placed.stage;
    const rateAt = [...placed.path, sameAs === undefined ? "rate" : "sameAs"];
    if (stage === undefined || stage.corrected === null || !stage.mature) {
      left.push({ path: rateAt, why: whyLeft(stage) });
      continue;
    }
    if (sameAs !== undefined)
      left.push({ path: rateAt, why: saidWhyLeft({ code: "same-as", stage: sameAs }) });
    changes.push(...stageChanges(placed, stage, dated, fits));
  }
  valueChange(plan, learned, changes, left);
  if (dated) spreadChange(plan, learned, changes, left);
  const changed = changes.reduce<PlanInput<Stage, Team>>((data, change) => withChange(data, change), plan);
  return { plan: parseNamedPlan(changed), changes, left, fits };
}

function whyLeft(stage: LearnedStage | undefined): WhyLeft {
  return stage?.unknown[0] ?? saidLearningGap({ code: "nobody-entered" });
}

function stageChanges(
  { path, stage }: PlacedStage,
  { corrected, lag, lossLag, open, openHereOrLater, maybeOpen, dispersion }: LearnedStage,
  dated: boolean,
  fits: { readonly path: Change["path"]; readonly off: number }[],
): Change[] {
  if (corrected === null) return [];
  const onlyCounts = open + openHereOrLater + maybeOpen === 0 && dispersion === 1;
  const changes: Change[] =
    stage.sameAs === undefined ? [{ path: [...path, "rate"], to: writtenRateOf(corrected, onlyCounts) }] : [];
  for (const [key, seen] of dated ? Object.entries({ lag, lossLag }) : []) {
    if (seen === null) continue;
    const { to, off } = writtenLag(seen);
    changes.push({ path: [...path, key], to });
    fits.push({ path: [...path, key], off });
  }
  return changes;
}

function spreadChange(plan: PlanInput, learned: Learned, changes: Change[], left: LeftAsIs[]): void {
  const { spread } = learned;
  const stages = Object.values<LearnedStage | undefined>(learned.stages);
  // While a rate moves, months differ because of that: what they differ by themselves cannot be told.
  if (spread === null || stages.some((stage) => stage !== undefined && stage.moved !== null)) return;
  const path = ["spread"];
  if (!isSpreadTold(spread)) {
    const { months, wins } = spread;
    const needed = { monthsNeeded: ENOUGH_MONTHS, winsNeeded: ENOUGH_WINS };
    const why = saidWhyLeft({ code: "few-periods", months, wins, ...needed });
    if (plan.spread !== undefined) left.push({ path, why });
    return;
  }
  const to = { month: percentOf(spread.month) };
  if (JSON.stringify(to) !== JSON.stringify(plan.spread)) changes.push({ path, to });
}

function valueChange(plan: PlanInput, { values }: Learned, changes: Change[], left: LeftAsIs[]): void {
  const path = ["deal", "value"];
  const [value] = values;
  if (plan.deal?.value === undefined) return;
  const foreign = (code: string | null) =>
    code !== null && plan.currency !== undefined && code !== plan.currency;
  if (value === undefined) left.push({ path, why: saidWhyLeft({ code: "no-value" }) });
  else if (values.length > 1 || foreign(value.currency)) {
    const currencies = values.map(({ currency }) => currency);
    left.push({ path, why: saidWhyLeft({ code: "value-currencies", currencies }) });
  } else if (typeof plan.deal.value === "object") {
    const mean = moneyText(value.mean, minorUnitPlaces(plan.currency ?? value.currency ?? undefined));
    const currency = plan.currency ?? value.currency;
    left.push({ path, why: saidWhyLeft({ code: "value-varies", wins: value.count, mean, currency }) });
  } else {
    const mean = moneyText(value.mean, minorUnitPlaces(plan.currency ?? value.currency ?? undefined));
    const written = plan.deal.value;
    const to = typeof written === "object" ? dealValueWithMean(written, parseQuantity(mean)) : mean;
    const isSame = typeof written !== "object" && mean === String(written);
    if (!isSame) changes.push({ path, to });
  }
}
