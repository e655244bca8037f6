import { ceiling, floor } from "../number/ceiling.js";
import { toExact } from "../number/exact.js";
import { divide, multiply, ratio, type Ratio } from "../number/ratio.js";
import { exactWins, wholeWins } from "../model/bridge.js";
import { showExact, showRate, showRatio } from "../model/display.js";
import type { FlowChannel } from "../model/flow.js";
import { valueAt, withChange, type Change } from "../plan/change.js";
import type { Path } from "../plan/issue.js";
import { quantityOf } from "../plan/quantity.js";
import { proportionOf, rateOf } from "../plan/rate.js";
import { formatDay } from "../time/day.js";
import type { Mend, NearestGoal, Reason } from "./answer.js";
import { capacityMends } from "./capacity-mends.js";
import { stepsPerUnit } from "./nearest.js";
import { prepare, type Prepared } from "./prepared.js";
import { canBeReached } from "./reasons.js";
import { leastStep } from "./step-search.js";
import { volumesFor } from "./volumes.js";

/** Rates are tried in steps of a tenth of a percentage point. */
const RATE_STEPS = 1000;
/** A value more than a thousand times as high is no way out. */
const FAR = 1000;

/** A model with the judge of its changes. */
interface Trial extends Prepared {
  readonly tries: (change: Change) => boolean;
}

/**
 * Every single change that makes the plan feasible with all else as written: each is the least step that does, found by
 * solving the changed plan. A lower goal comes first; then rates, values, lists and time. `tries` says whether a change would
 * do; by default, whether the plan can be met alone.
 */
export function mendsFor(
  prepared: Prepared,
  because: readonly Reason[],
  nearest: NearestGoal | null,
  tries: (change: Change) => boolean = (change) => works(prepared, change),
): readonly Mend[] {
  const model: Trial = { ...prepared, tries };
  return [
    ...lowerGoal(model, nearest),
    ...model.flow.flatMap(({ path, name }) => higherRate(model, [...path, "rate"], `the rate of "${name}"`)),
    ...higherValue(model),
    ...dealRates(model),
    ...smallerBuffer(model),
    ...lessChurn(model),
    ...model.flow.flatMap(({ feeders }) => feeders.flatMap((feeder) => moreUnits(model, feeder))),
    ...because.flatMap((reason) => longerList(model, reason)),
    ...(because.some(takesTime) ? moreTime(model, because) : []),
    ...capacityMends(model, because, tries),
  ];
}

/** Whether the plan can be met once this change is made. */
function works(model: Prepared, change: Change): boolean {
  const changed = prepare(withChange(model.plan, change), model.lands, keptBy(model, change));
  const exact = exactWins(changed.bridge);
  return exact !== undefined && canBeReached(changed, volumesFor(changed, wholeWins(changed.bridge, exact)));
}

/** What a change leaves as it is: who is there moves with the teams, when anything happens only with dates. */
export function keptBy(model: Prepared, { path }: Change): Prepared | Pick<Prepared, "time"> | undefined {
  if (path[0] === "workFrom" || path[1] === "period") return undefined;
  return path[0] === "teams" ? { time: model.time } : model;
}

function mend(model: Trial, path: Path, to: unknown, text: string): Mend {
  return { path, from: valueAt(model.plan, path) ?? null, to, text };
}

function lowerGoal(model: Trial, nearest: NearestGoal | null): Mend[] {
  if (nearest === null) return [];
  const text = `Lower the goal from ${showRatio(model.bridge.goal)} to ${showExact(nearest.amount)}.`;
  return [mend(model, ["goal", "amount"], nearest.amount, text)];
}

function higherRate(model: Trial, path: Path, what: string): Mend[] {
  const written = valueAt(model.plan, path) as Parameters<typeof rateOf>[0] | undefined;
  const now = written === undefined ? ratio(0) : rateOf(written);
  const low = Number(floor(multiply(now, ratio(RATE_STEPS))));
  const step = leastStep(low, RATE_STEPS, (tried) => model.tries({ path, to: percent(tried) }));
  if (step === undefined) return [];
  const text = `Raise ${what} from ${showRate(now)} to ${showRate(ratio(step, RATE_STEPS))}.`;
  return [mend(model, path, percent(step), text)];
}

function percent(step: number): string {
  return `${toExact(ratio(step, RATE_STEPS / 100))}%`;
}

function higherValue(model: Trial): Mend[] {
  const path = ["deal", "value"];
  const { deal } = model.plan;
  if (deal?.value === undefined) return [];
  const now = quantityOf(deal.value);
  const steps = stepsPerUnit(model);
  const low = Number(floor(multiply(now, ratio(steps))));
  const at = (step: number): Ratio => ratio(step, steps);
  const high = Math.min(Number.MAX_SAFE_INTEGER, Math.max(low, steps) * FAR);
  const step = leastStep(low, high, (tried) => model.tries({ path, to: toExact(at(tried)) }));
  if (step === undefined) return [];
  return [
    mend(
      model,
      path,
      toExact(at(step)),
      `Raise the deal value from ${showRatio(now)} to ${showRatio(at(step))}.`,
    ),
  ];
}

function dealRates(model: Trial): Mend[] {
  const { deal, goal } = model.plan;
  return [
    ...(goal.metric === "gross-profit" && deal?.margin !== undefined
      ? higherRate(model, ["deal", "margin"], "the margin")
      : []),
    ...(goal.metric === "commission" && deal?.commission !== undefined
      ? higherRate(model, ["deal", "commission"], "the commission")
      : []),
  ];
}

function smallerBuffer(model: Trial): Mend[] {
  const path = ["buffer"];
  const { buffer } = model.plan;
  if (buffer === undefined) return [];
  const now = proportionOf(buffer);
  const high = Number(ceiling(multiply(now, ratio(RATE_STEPS))));
  // Counted downward, so that the least step is the smallest cut.
  const cut = leastStep(0, high, (tried) => model.tries({ path, to: percent(high - tried) }));
  if (cut === undefined) return [];
  const to = percent(high - cut);
  return [mend(model, path, to, `Lower the buffer from ${showRate(now)} to ${to}.`)];
}

/** Losing less of the base, or fewer of the new customers again; the smallest cut that does. */
function lessChurn(model: Trial): Mend[] {
  const { churn } = model.plan;
  const paths = (["customers", "mrr", "rate", "newCustomers"] as const).filter(
    (key) => churn?.[key] !== undefined,
  );
  return paths.flatMap((key) => {
    const path = ["churn", key];
    const isRate = key === "rate" || key === "newCustomers";
    const now = isRate ? rateOf(churn?.[key] ?? 0) : quantityOf(churn?.[key] ?? 0);
    const steps = ratio(isRate ? RATE_STEPS : key === "mrr" ? stepsPerUnit(model) : 1);
    const high = ceiling(multiply(now, steps));
    if (typeof high === "bigint") return [];
    const at = (cut: number): Ratio => divide(ratio(high - cut), steps);
    const written = (cut: number) => (isRate ? percent(high - cut) : toExact(at(cut)));
    const cut = leastStep(0, high, (tried) => model.tries({ path, to: written(tried) }));
    if (cut === undefined) return [];
    const show = isRate ? showRate : showRatio;
    const what = key === "newCustomers" ? "the share of new customers lost again" : "churn";
    return [mend(model, path, written(cut), `Lower ${what} from ${show(now)} to ${show(at(cut))}.`)];
  });
}

/** More units from a channel that brings a fixed number, in whole ones. */
function moreUnits(model: Trial, { units, path: channel, name }: FlowChannel): Mend[] {
  if (units === null) return [];
  const path = [...channel, "units"];
  const low = Number(floor(units));
  const step = leastStep(low, Math.min(Number.MAX_SAFE_INTEGER, Math.max(1, low) * FAR), (to) =>
    model.tries({ path, to }),
  );
  if (step === undefined) return [];
  return [
    mend(
      model,
      path,
      step,
      `Let the channel "${name}" bring ${showExact(String(step))} units instead of ${showRatio(units)}.`,
    ),
  ];
}

function longerList(model: Trial, reason: Reason): Mend[] {
  if (reason.code !== "available" || !model.tries({ path: reason.path, to: reason.needed })) return [];
  const text = `Find ${showExact(reason.short)} more units for "${reason.stage}": ${showExact(String(reason.needed))} in all.`;
  return [mend(model, reason.path, reason.needed, text)];
}

function takesTime({ code }: Reason): boolean {
  return code === "no-time" || code === "capacity";
}

function moreTime(model: Trial, because: readonly Reason[]): Mend[] {
  if (model.period.kind !== "dated") return [];
  const earlier = because.flatMap((reason) =>
    reason.code === "no-time" ? (earlierStart(reason.lastDay) ?? []) : [],
  );
  const longest = because.some(({ code }) => code === "no-time") ? LONGEST_WAIT : LONGEST_STRETCH;
  return [...earlier, longerPeriod(model, longest)].flatMap((change) => {
    if (change === undefined || !model.tries(change)) return [];
    return [mend(model, change.path, change.to, change.text)];
  });
}

type Told = Change & { readonly text: string };

function earlierStart(lastDay: string | null): Told | undefined {
  return lastDay === null
    ? undefined
    : { path: ["workFrom"], to: lastDay, text: `Start the work by ${lastDay}.` };
}

/** The slowest lag takes ten years; for want of people, more than two years more are no way out. */
const LONGEST_WAIT = 3660;
const LONGEST_STRETCH = 732;

function longerPeriod(model: Trial, longest: number): Told | undefined {
  const { period } = model;
  if (period.kind !== "dated") return undefined;
  const to = (days: number) => ({ start: formatDay(period.first), end: formatDay(period.last + days) });
  const path = ["goal", "period"];
  const days = leastStep(0, longest, (more) => model.tries({ path, to: to(more) }));
  return days === undefined
    ? undefined
    : { path, to: to(days), text: `Let the period end on ${to(days).end} or later.` };
}
