import { churnedCustomerWorth, sumOfParts } from "../model/base-movement.js";
import { compileSnapshot } from "../model/compile-snapshot.js";
import { encodeExact } from "../number/exact-string.js";
import { add, divide, larger, multiply, ONE, ratio, subtract, ZERO, type Ratio } from "../number/ratio.js";
import type { Change } from "../plan/change.js";
import { parseWrittenDay } from "../plan/dates.js";
import { isAnnual, METRIC_FACTS } from "../plan/metric-facts.js";
import { isExpected, parseLossCount } from "../plan/loss-count.js";
import { parseQuantity } from "../schema/quantity.js";
import type { Snapshot } from "../plan/snapshot.js";
import { spansIn, spanTotal } from "../model/base-spans.js";
import type { DatedPrepared } from "./dated.js";
import { countsChurn, passedShare, type Outcome } from "./observed.js";

type Told = Change & { readonly text: string };

/** The base as of now, and what is still to come of churn, expansion, contraction and repeat business. */
export function leftOfBase(prepared: DatedPrepared, snapshot: Snapshot, outcome: Outcome): readonly Told[] {
  return [
    ...baseNow(prepared, snapshot, outcome),
    ...churnLeft(prepared, snapshot, outcome),
    ...leftEvenly(prepared, snapshot),
    ...noMoreRates(prepared, snapshot),
  ];
}

function baseNow(prepared: DatedPrepared, snapshot: Snapshot, outcome: Outcome): Told[] {
  const { plan } = prepared;
  const list: Told[] = [];
  if (plan.base?.mrr !== undefined && METRIC_FACTS[plan.goal.metric].parts.includes("churn")) {
    const moved = divide(netGrowth(prepared, outcome), ratio(isAnnual(plan.goal.metric) ? 12 : 1));
    const mrr = encodeExact(larger(ZERO, add(parseQuantity(plan.base.mrr), moved)));
    list.push({ path: ["base", "mrr"], to: mrr, text: "The base is what it has become." });
  }
  if (plan.base?.customers !== undefined) {
    const lost = compileSnapshot(snapshot).churned ?? ZERO;
    const customers = subtract(add(parseQuantity(plan.base.customers), outcome.wins), lost);
    const to = encodeExact(larger(ZERO, customers));
    list.push({ path: ["base", "customers"], to, text: "The base has won and lost customers." });
  }
  return list;
}

/** What the metric has gained since the period began: the amount itself, without what the base stood for. */
export function netGrowth({ bridge }: DatedPrepared, { amount }: Outcome): Ratio {
  return add(amount, sumOfParts(bridge.parts.filter(({ item }) => item === "base")));
}

/** Counted churn that is still to come: what was planned less what has left, not below 0. A rate goes on as it is. */
function churnLeft(prepared: DatedPrepared, snapshot: Snapshot, outcome: Outcome): Told[] {
  const { plan, period } = prepared;
  const { churn } = plan;
  if (churn === undefined || churn.rate !== undefined || !countsChurn(plan)) return [];
  const key = churn.mrr === undefined ? "customers" : "mrr";
  const planned = multiply(
    parseLossCount(churn[key] ?? 0),
    spanTotal(spansIn(period, churn.per ?? "period")),
  );
  const lost = lostSoFar(prepared, snapshot, outcome, key, planned);
  const left = encodeExact(isOver(prepared, snapshot) ? ZERO : larger(ZERO, subtract(planned, lost)));
  // What was expected of luck goes on as an expected number.
  const to = key === "customers" && isExpected(churn.customers) ? { expected: left } : left;
  const text = `Of the churn that was planned, ${left} is still to come.`;
  const whole: Told[] =
    churn.per === undefined || churn.per === "period"
      ? []
      : [
          {
            path: ["churn", "per"],
            to: "period",
            text: "What is left of churn is for the rest of the period.",
          },
        ];
  return [{ path: ["churn", key], to, text }, ...whole, ...pinnedWorth(prepared, key)];
}

function lostSoFar(
  prepared: DatedPrepared,
  snapshot: Snapshot,
  outcome: Outcome,
  key: "customers" | "mrr",
  planned: Ratio,
): Ratio {
  const churned = compileSnapshot(snapshot).churned;
  if (churned === undefined) return multiply(planned, passedShare(prepared, parseWrittenDay(snapshot.asOf)));
  if (key === "customers") return churned;
  return divide(outcome.churn, ratio(isAnnual(prepared.plan.goal.metric) ? 12 : 1));
}

/** A churned customer stays worth what it was, also where that came from the base, which has moved. */
function pinnedWorth({ plan }: DatedPrepared, key: "customers" | "mrr"): Told[] {
  const money = METRIC_FACTS[plan.goal.metric].kind === "recurring money";
  const { worth, from } = churnedCustomerWorth(plan);
  if (!money || key !== "customers" || from !== "base") return [];
  const text = "What a churned customer is worth stays as it was.";
  return [{ path: ["churn", "valueEach"], to: encodeExact(worth), text }];
}

/** Amounts that come evenly over the period: what is left of them. */
function leftEvenly(prepared: DatedPrepared, snapshot: Snapshot): Told[] {
  const { plan, period } = prepared;
  const left = subtract(ONE, passedShare(prepared, parseWrittenDay(snapshot.asOf)));
  const used = METRIC_FACTS[plan.goal.metric].parts;
  const parts = (["expansion", "contraction", "repeat"] as const).filter((part) => used.includes(part));
  return parts.flatMap((part) => {
    const written = plan[part] as Readonly<Record<string, unknown>> | undefined;
    if (written === undefined || written["rate"] !== undefined) return [];
    const key = ["mrr", "customers", "amount"].find((name) => written[name] !== undefined) ?? "mrr";
    const per = plan[part]?.per ?? "period";
    const all = multiply(parseQuantity(written[key] as string), spanTotal(spansIn(period, per)));
    const text = `What is left of ${part} comes in the rest of the period.`;
    return [
      { path: [part, key], to: encodeExact(multiply(all, left)), text },
      ...(per === "period" ? [] : [{ path: [part, "per"], to: "period", text }]),
    ];
  });
}

/** Once the period is over, rates of the base have done what they do in it. */
function noMoreRates(prepared: DatedPrepared, snapshot: Snapshot): Told[] {
  if (!isOver(prepared, snapshot)) return [];
  const { plan } = prepared;
  return METRIC_FACTS[plan.goal.metric].parts.flatMap((part): Told[] => {
    if (plan[part]?.rate === undefined) return [];
    return [{ path: [part, "rate"], to: 0, text: `The period is over: no more ${part} comes in it.` }];
  });
}

function isOver({ period }: DatedPrepared, { asOf }: Snapshot): boolean {
  return parseWrittenDay(asOf) >= period.last;
}
