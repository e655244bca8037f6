import fc from "fast-check";
import { dateText } from "../oracle/dates.js";
import type { Range } from "../oracle/dates.js";
import type { Per, PlainPlan } from "../oracle/plain-plan.js";
import { whole } from "../oracle/rational.js";
import { readNumber } from "../oracle/written.js";
import type { PlainMetric } from "./deals.js";
import { amounts, plainRates, writtenRates } from "./written.js";

/** What the period starts from and what moves it. */
export type Base = Pick<PlainPlan, "base" | "churn" | "expansion" | "contraction" | "repeat">;

interface BaseKnobs {
  /** First and last day of the period; null where it has none. */
  readonly range: Range | null;
  /** Renewals that are due on days, beside those that are due evenly. */
  readonly dues: boolean;
  /** Turned off, there is no more than the metric needs. */
  readonly flows: boolean;
}

/** Bases with churn, expansion, contraction and repeat business of every kind that bears on a metric. */
export function bases(metric: PlainMetric, knobs: BaseKnobs): fc.Arbitrary<Base> {
  const needs = metric.startsWith("ending") ? base(["mrr"]) : undefined;
  if (!knobs.flows) return needs === undefined ? fc.constant({}) : fc.record({ base: needs });
  const pers = knobs.range !== null ? PERS : (["period"] as const);
  return fc.constantFrom<Per[]>(...pers).chain((ratePer) => {
    const spans = { counts: fc.constantFrom<Per[]>(...pers), rates: fc.constant(ratePer) };
    const dues = knobs.dues && knobs.range !== null ? duesIn(knobs.range) : fc.constant("month");
    if (metric === "net-new-customers") return withRenewals(customerFlows(spans), ["customers"], dues);
    if (metric === "revenue" || metric === "gross-profit" || metric === "profit") return repeatFlows(spans);
    if (/^(net-new|ending)-/.test(metric)) return withRenewals(mrrFlows(spans), ["customers", "mrr"], dues);
    return fc.constant({});
  });
}

/** In one plan of three, parts of the base that are up for renewal: sixths of it, not more than all of it. */
function withRenewals(
  flows: fc.Arbitrary<Base>,
  keys: readonly ("customers" | "mrr")[],
  due: fc.Arbitrary<string>,
): fc.Arbitrary<Base> {
  const renewal = fc.record({
    due,
    key: fc.constantFrom(...keys),
    rate: writtenRates(),
    sixths: fc.integer({ min: 0, max: 3 }),
  });
  const some = fc.oneof(
    { weight: 2, arbitrary: fc.constant([]) },
    fc.array(renewal, { minLength: 1, maxLength: 2 }),
  );
  return fc.tuple(flows, some).map(([all, wanted]) => {
    const renewals = wanted.flatMap(({ key, rate, sixths, due: when }) => {
      const size = all.base?.[key];
      if (size === undefined) return [];
      const part = readNumber(size).times(whole(sixths)).over(whole(6)).floor();
      return [{ due: when, [key]: Number(part), rate }];
    });
    return renewals.length === 0 ? all : { ...all, base: { ...all.base, renewals } };
  });
}

/** When contracts end: evenly, on a day, or on a stretch of days. */
function duesIn({ start, end }: Range): fc.Arbitrary<string> {
  const days = fc.tuple(fc.integer({ min: start, max: end }), fc.nat(60));
  return fc.oneof(
    fc.constant("month"),
    days.map(([first]) => dateText(first)),
    days.map(([first, more]) => `${dateText(first)}/${dateText(Math.min(end, first + more))}`),
  );
}

const PERS = ["month", "quarter", "year", "period"] as const;

interface PerArbitraries {
  readonly counts: fc.Arbitrary<Per>;
  readonly rates: fc.Arbitrary<Per>;
}

function base(needed: ("customers" | "mrr")[]): fc.Arbitrary<NonNullable<PlainPlan["base"]>> {
  return fc.record({ customers: fc.nat(2000), mrr: amounts(0, 400_000) }, { requiredKeys: needed });
}

function mrrFlows({ counts, rates }: PerArbitraries): fc.Arbitrary<Base> {
  const newCustomers = plainRates(1, 50);
  const beside = { newCustomers, valueEach: amounts(0, 3000), owner: fc.constant("success") };
  const churn = fc.oneof(
    fc.record({ customers: amounts(0, 30), per: counts, ...beside }, { requiredKeys: ["customers"] }),
    fc.record({ mrr: amounts(0, 20_000), per: counts, newCustomers }, { requiredKeys: ["mrr"] }),
    fc.record({ rate: plainRates(1, 20), per: rates, ...beside }, { requiredKeys: ["rate", "per"] }),
  );
  const movement = fc.oneof(
    fc.record({ mrr: amounts(0, 5000), per: counts }, { requiredKeys: ["mrr"] }),
    fc.record({ rate: plainRates(1, 20), per: rates }),
  );
  const parts = { base: base(["mrr"]), churn, expansion: movement, contraction: movement };
  return fc.record(parts, { requiredKeys: ["base"] });
}

function customerFlows({ counts, rates }: PerArbitraries): fc.Arbitrary<Base> {
  const newCustomers = plainRates(1, 50);
  const churn = fc.oneof(
    fc.record({ customers: amounts(0, 50), per: counts, newCustomers }, { requiredKeys: ["customers"] }),
    fc.record({ rate: plainRates(1, 20), per: rates, newCustomers }, { requiredKeys: ["rate", "per"] }),
  );
  return fc.record({ base: base(["customers"]), churn }, { requiredKeys: ["base"] });
}

/** Repeat business; a churn rate shrinks the base that a repeat rate acts on, over the same spans. */
function repeatFlows({ counts, rates }: PerArbitraries): fc.Arbitrary<Base> {
  const value = amounts(1, 800);
  const ofBase = fc.record(
    {
      base: base(["customers"]),
      churn: fc.record({ rate: plainRates(1, 20), per: rates }),
      repeat: fc.record({ rate: plainRates(1, 20), per: rates, value }),
    },
    { requiredKeys: ["base", "repeat"] },
  );
  const counted = fc.record({
    repeat: fc.oneof(
      fc.record({ customers: amounts(0, 40), value, per: counts }, { requiredKeys: ["customers", "value"] }),
      fc.record({ amount: amounts(0, 30_000), per: counts }, { requiredKeys: ["amount"] }),
    ),
  });
  return fc.oneof(ofBase, counted, fc.constant({}));
}
