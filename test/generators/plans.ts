import fc from "fast-check";
import { dateText, dayOf, monthsLater, readPeriod } from "../oracle/dates.js";
import type { Range } from "../oracle/dates.js";
import type { Per, PlainPlan, PlainStage } from "../oracle/plain-plan.js";
import { costs } from "./costs.js";
import { bases } from "./bases.js";
import { deals, METRICS } from "./deals.js";
import type { PlainMetric } from "./deals.js";
import { funnels, stageNames } from "./funnels.js";
import type { FunnelKnobs } from "./funnels.js";
import { openWork } from "./lags.js";
import { whens } from "./periods.js";
import type { PeriodKnobs, When } from "./periods.js";
import { quotas, withQuotas } from "./quotas.js";
import type { WrittenAmount } from "../oracle/written.js";
import { amounts, changedAmounts, hugeAmounts, plainRates } from "./written.js";

/** Which plans to draw: without any, all that a plan can say but lags, open work, zero rates and lists that end. */
export interface PlanKnobs extends PeriodKnobs, FunnelKnobs {
  readonly metrics?: readonly PlainMetric[];
  readonly rounding?: "least" | "cascade";
  /** Churn, expansion, contraction and repeat business; true unless given. */
  readonly flows?: boolean;
  /** A margin on wins; true unless given. */
  readonly buffer?: boolean;
  /** Hours that cost something, fixed costs and a budget; false unless given. */
  readonly costs?: boolean;
  /** Budgets of teams and channels, beside that of the plan; false unless given. */
  readonly budgets?: boolean;
  /** Renewals that are due on days; false unless given. */
  readonly dues?: boolean;
  /** Quotas of a team and its people; false unless given. */
  readonly quotas?: boolean;
  /** Open work, before work begins; false unless given. */
  readonly open?: boolean;
  /** Shares of the target for parts of a dated period; false unless given. */
  readonly profile?: boolean;
  /** A goal for each month of a period of two to five months; false unless given. */
  readonly every?: boolean;
  /** "huge" draws goals up to a million million million: some counts are past 2^53. */
  readonly size?: "realistic" | "huge";
}

/** Valid plans in plain JSON. */
export function plans(knobs: PlanKnobs = {}): fc.Arbitrary<PlainPlan> {
  const period = knobs.lags === true || knobs.open === true ? "dated" : (knobs.period ?? "either");
  const metrics = fc.constantFrom(...(knobs.metrics ?? PROPORTIONAL));
  return fc
    .tuple(metrics, whens({ ...knobs, period }), funnels(knobs))
    .chain(([metric, when, funnel]) => plansFor(metric, when, funnel, knobs))
    .chain((plan) => (knobs.profile === true ? profiled(plan) : fc.constant(plan)))
    .chain((plan) => (knobs.every === true ? everyMonth(plan) : fc.constant(plan)))
    .chain((plan) => (knobs.quotas === true ? assigned(plan) : fc.constant(plan)));
}

/** The same plan with quotas, in two of three. */
function assigned(plan: PlainPlan): fc.Arbitrary<PlainPlan> {
  const drawn = quotas(datesOf(plan)).map((team) => withQuotas(plan, team));
  return fc.oneof({ weight: 2, arbitrary: drawn }, fc.constant(plan));
}

/** First and last day of the goal's period; null where it has none. */
function datesOf({ goal, calendar }: Pick<PlainPlan, "goal" | "calendar">): Range | null {
  return readPeriod(goal.period, calendar);
}

/** The same plan for each of some months from its first day on; what was for the period is then for a month. */
function everyMonth(plan: PlainPlan): fc.Arbitrary<PlainPlan> {
  const range = datesOf(plan);
  if (range === null) return fc.constant(plan);
  const monthly = <Part extends { readonly per?: Per }>(part: Part | undefined): Part | undefined =>
    part && { ...part, per: part.per === undefined || part.per === "period" ? "month" : part.per };
  return fc.integer({ min: 1, max: 5 }).map((months) => {
    const end = dateText(monthsLater(range.start, months) - 1);
    const { churn, expansion, contraction, repeat } = plan;
    const moving = { churn, expansion, contraction, repeat };
    const flows = Object.entries(moving).flatMap(([key, part]) =>
      part === undefined ? [] : [[key, monthly(part)]],
    );
    // Renewals are of a whole period.
    const { renewals, ...base } = plan.base ?? {};
    return {
      ...plan,
      ...(renewals === undefined ? {} : { base }),
      ...(Object.fromEntries(flows) as Pick<PlainPlan, "churn" | "expansion" | "contraction" | "repeat">),
      goal: { ...plan.goal, every: "month" as const, period: { start: dateText(range.start), end } },
    };
  });
}

/** The same plan with a profile of up to five parts, where its period has dates. */
function profiled(plan: PlainPlan): fc.Arbitrary<PlainPlan> {
  const range = datesOf(plan);
  if (range === null) return fc.constant(plan);
  const { start, end } = range;
  const cuts = fc.uniqueArray(fc.integer({ min: start, max: end }), { maxLength: 4 });
  const { period } = plan.goal;
  const year = typeof period === "object" ? "" : String(period);
  const isYear = /^(FY)?\d{4}$/.test(year);
  const dice = fc.tuple(cuts, fc.array(fc.nat(20), { minLength: 5, maxLength: 5 }), fc.nat(2));
  return dice.map(([inner, weights, turn]) => {
    if (isYear && turn > 0) {
      const names = turn === 1 ? ["Q1", "Q2", "Q3", "Q4"] : ["H1", "H2"];
      return withProfile(
        plan,
        names.map((name) => `${year}-${name}`),
        weights,
      );
    }
    const ends = [...new Set([...inner, end])].sort((one, other) => one - other);
    const names = ends.map((last, index) => {
      const first = index === 0 ? start : (ends[index - 1] ?? start) + 1;
      return `${dateText(first)}/${dateText(last)}`;
    });
    return withProfile(plan, names, weights);
  });
}

/** The last part has some of it, so that the shares can make a whole. */
function withProfile(plan: PlainPlan, names: readonly string[], weights: readonly number[]): PlainPlan {
  const sizes = names.map((_, index) => (weights[index] ?? 0) + (index === names.length - 1 ? 1 : 0));
  const all = sizes.reduce((sum, size) => sum + size, 0);
  const profile = Object.fromEntries(names.map((name, index) => [name, `${sizes[index] ?? 0}/${all}`]));
  return { ...plan, goal: { ...plan.goal, profile } };
}

/**
 * A profit bends with its costs, and what is earned with the days of the wins, so that laws of what is in proportion do not
 * hold of them: they are asked for by name.
 */
const PROPORTIONAL = METRICS.filter((metric) => metric !== "profit" && metric !== "revenue-earned");

/** Plans for what is earned within a period, by month and by day. */
export function earningPlans(knobs: PlanKnobs = {}): fc.Arbitrary<PlainPlan> {
  const ways = fc.constantFrom<(("month" | "day") | undefined)[]>("month", "day", undefined);
  const drawn = plans({ ...knobs, period: "dated", metrics: ["revenue-earned"] });
  return fc
    .tuple(drawn, ways)
    .map(([plan, by]) => (by === undefined ? plan : { ...plan, goal: { ...plan.goal, by } }));
}

/** Plans whose first stage needs about 2^53 − 1 units: that many, barely fewer, or barely more. */
export function plansAtTheLimit(): fc.Arbitrary<PlainPlan> {
  const below = fc.integer({ min: 2, max: 40 });
  const rate = fc.oneof(
    below.map((size) => ({ above: 1, below: size })),
    below.map((size) => ({ above: size - 1, below: size })),
  );
  const rates = fc.array(rate, { minLength: 1, maxLength: 6 });
  return fc.tuple(rates, fc.bigInt({ min: -2n, max: 2n })).map(([steps, more]) => {
    const above = steps.reduce((product, step) => product * BigInt(step.above), 1n);
    const all = steps.reduce((product, step) => product * BigInt(step.below), 1n);
    const wins = (BigInt(Number.MAX_SAFE_INTEGER) * above) / all + more;
    return {
      goal: { metric: "customers", amount: String(wins), period: { workingDays: 20 } },
      funnel: steps.map((step, index) => ({ stage: `stage ${index}`, rate: `${step.above}/${step.below}` })),
    };
  });
}

function plansFor(
  metric: PlainMetric,
  { period, ...when }: When,
  funnel: PlainStage[],
  knobs: PlanKnobs,
): fc.Arbitrary<PlainPlan> {
  const range = readPeriod(period, when.calendar);
  const isDated = range !== null;
  const parts = {
    goal: fc.record({
      metric: fc.constant(metric),
      amount: goalAmounts(metric, knobs),
      period: fc.constant(period),
    }),
    funnel: fc.constant(funnel),
    deal: deals(metric, { activities: knobs.activities !== false }),
    ...(knobs.buffer === false ? {} : { buffer: plainRates(1, 50) }),
    ...(knobs.open === true
      ? { pipeline: openWork(stageNames(funnel), workStart(range, when.workFrom)) }
      : {}),
    ...(knobs.costs === true ? costs(isDated, knobs) : {}),
    rounding:
      knobs.rounding === undefined
        ? fc.constantFrom<Rounding[]>("least", "cascade")
        : fc.constant(knobs.rounding),
  };
  const flows = bases(metric, { range, dues: knobs.dues === true, flows: knobs.flows !== false });
  const written = knobs.rounding === undefined ? [] : (["rounding"] as const);
  const needed = COUNTS.includes(metric) ? [] : (["deal"] as const);
  return fc
    .tuple(fc.record(parts, { requiredKeys: ["goal", "funnel", ...needed, ...written] }), flows)
    .map(([plan, base]) => ({ ...plan, ...base, ...when }));
}

type Rounding = "least" | "cascade";

/** Metrics that need no deal to value a win. */
const COUNTS: readonly string[] = ["customers", "net-new-customers", "units"];

function goalAmounts(metric: PlainMetric, knobs: PlanKnobs): fc.Arbitrary<WrittenAmount> {
  if (knobs.size === "huge") return hugeAmounts();
  // With the greatest change they come to no more than plain amounts do.
  const most = metric.startsWith("ending") ? 150_000 : METRICS_IN_MONEY.test(metric) ? 500_000 : 750;
  return fc.oneof(
    { weight: 8, arbitrary: plainAmounts(metric) },
    ...(metric.startsWith("ending") ? [] : [changedAmounts("now", most)]),
    changedAmounts("lastPeriod", most),
  );
}

/** Metrics that count no money have small amounts. */
const METRICS_IN_MONEY = /^(?!customers|net-new-customers|units)/;

function plainAmounts(metric: PlainMetric): ReturnType<typeof amounts> {
  if (metric === "customers" || metric === "net-new-customers") return fc.integer({ min: 0, max: 3000 });
  if (metric === "units") return amounts(0, 5000);
  return amounts(0, metric.startsWith("ending") ? 600_000 : 2_000_000);
}

function workStart(range: Range | null, workFrom: string | undefined): number {
  const start = range?.start ?? 0;
  return workFrom === undefined ? start : dayOf(workFrom);
}
