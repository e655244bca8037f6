import fc from "fast-check";
import type { PlainDeal } from "../oracle/plain-plan.js";
import { activities } from "./funnels.js";
import { amounts, plainRates, writtenRates } from "./written.js";

/** Every metric that a goal may have. */
export const METRICS = [
  "customers",
  "net-new-customers",
  "revenue",
  "revenue-earned",
  "gross-profit",
  "profit",
  "commission",
  "new-mrr",
  "new-arr",
  "net-new-mrr",
  "net-new-arr",
  "ending-mrr",
  "ending-arr",
  "lifetime-value",
  "units",
] as const;

/** A metric of the format. */
export type PlainMetric = (typeof METRICS)[number];

/** Deals that a metric can work with: everything that it needs, and now and then what it does not use. */
export function deals(
  metric: PlainMetric,
  options: { readonly activities: boolean },
): fc.Arbitrary<PlainDeal> {
  const always = {
    owner: fc.constant("sales"),
    ...(options.activities ? { activities: activities() } : {}),
  };
  if (metric === "customers" || metric === "net-new-customers" || metric === "units")
    return fc.record({ ...always, value: amounts(1, 20) }, { requiredKeys: [] });
  const money = { ...always, value: amounts(1, 20_000), upsells: upsells() };
  if (metric === "lifetime-value") return lifetimeDeals(money);
  if (metric === "revenue-earned") return payingDeals(money);
  if (metric.endsWith("-mrr") || metric.endsWith("-arr"))
    return fc.record({ ...money, per: fc.constantFrom("month", "year") }, { requiredKeys: ["value"] });
  const parts = { margin: plainRates(), commission: plainRates() };
  const needs =
    metric === "gross-profit" || metric === "profit"
      ? ["margin"]
      : metric === "commission"
        ? ["commission"]
        : [];
  return oneOffDeals({ ...money, ...parts }, needs as ("margin" | "commission")[]);
}

type Parts = { readonly [Key in keyof PlainDeal]-?: fc.Arbitrary<NonNullable<PlainDeal[Key]>> };
type Money = Pick<Parts, "owner" | "value" | "upsells"> & Partial<Pick<Parts, "activities">>;

/** Deals that pay each month, some of them for the months of a contract. */
function payingDeals(money: Money): fc.Arbitrary<PlainDeal> {
  const contractMonths = fc.oneof(fc.integer({ min: 1, max: 18 }), fc.constantFrom("1.5", "7/3"));
  const per = fc.constantFrom<("month" | "year")[]>("month", "year");
  return fc.record({ ...money, per, contractMonths }, { requiredKeys: ["value"] });
}

function lifetimeDeals(money: Money): fc.Arbitrary<PlainDeal> {
  const parts = {
    ...money,
    margin: plainRates(),
    per: fc.constantFrom<("month" | "year")[]>("month", "year"),
    lifetimeMonths: amounts(1, 60),
  };
  return fc.record(parts, { requiredKeys: ["value", "margin", "lifetimeMonths"] });
}

/** Deals valued once, or recurring ones with the months of their contract. */
function oneOffDeals(
  parts: Money & Pick<Parts, "margin" | "commission">,
  needs: readonly ("margin" | "commission")[],
): fc.Arbitrary<PlainDeal> {
  const once = { ...parts, per: fc.constant<"deal">("deal") };
  const recurring = {
    ...parts,
    per: fc.constantFrom<("month" | "year")[]>("month", "year"),
    contractMonths: fc.integer({ min: 1, max: 36 }),
  };
  return fc.oneof(
    fc.record(once, { requiredKeys: ["value", ...needs] }),
    fc.record(recurring, { requiredKeys: ["value", "per", "contractMonths", ...needs] }),
  );
}

function upsells(): fc.Arbitrary<NonNullable<PlainDeal["upsells"]>> {
  const each = fc.record({
    name: fc.constantFrom("backup", "training", "care"),
    rate: writtenRates(),
    value: amounts(1, 2000),
  });
  return fc.uniqueArray(each, { maxLength: 2, selector: (upsell) => upsell.name });
}
