import type { DatedPlan } from "../model/compile.js";
import { parseExact, type ExactString } from "../number/exact-string.js";
import { must } from "../number/invariant.js";
import { compare } from "../number/ratio.js";
import type { Metric } from "../plan/metric.js";
import {
  sayStatement,
  sayVerdict,
  type MissedMonth,
  type Statement,
  type StatementData,
  type TrackChance,
  type VerdictKind,
} from "../words/progress.js";
import { planFormat } from "../words/plan-format.js";
import type { LookAhead } from "./ahead.js";
import type { Thresholds } from "./status.js";
import type { Why } from "./why.js";

/**
 * What the gap says in one line; `kind` tells the cases apart.
 *
 * `on track`; `early warning`: too little was started, which the outcome cannot show yet; `work not done`: too little was
 * started; `outcome did not follow`: the work was done and fewer went on than planned, at the stage named; `both`;
 * `not known`: how much was started at the stage named is not said; `days not known`: the work was done, and whether fewer go
 * on at the stage named or the work came late is not told by what was counted without days; `too early`: what was started has not had the time yet;
 * `elsewhere`: value, churn, or something that the funnel does not hold; `outlook short`: the outcome is as planned so far,
 * and the rest of the plan does not bring the goal; `within luck`: the work was done, and that fewer went on at the stage
 * named may be luck; `month missed`: the goal holds for each month, and one that is over did not reach it.
 */
export type Verdict = VerdictKind & {
  /** Of several goals the one that it tells of, of all of them the one that stands worst; only where there are several. */
  readonly of?: Metric;
  /** The verdict in a sentence. */
  readonly text: string;
  /**
   * All of it, in the order in which it matters: months that missed their goal, what cannot show yet, what the period will end at, how sure the goal is, when
   * it is reached, what it takes from now on, why, and where the outcome is today.
   */
  readonly statements: readonly Statement[];
};

/** What the verdict tells of. */
interface Told {
  readonly ahead: LookAhead;
  /** Null where it is not told. */
  readonly chance: TrackChance | null;
  readonly outcome: { readonly goal: ExactString; readonly now: ExactString; readonly planned: ExactString };
  /** Whether the goal is on track or ahead. */
  readonly isGood: boolean;
  /** Months that are over without their goal, where it holds for each; undefined where that is not known. */
  readonly missed: readonly MissedMonth[] | undefined;
  /** What the goal counts, where it is one of several. */
  readonly of?: Metric;
}

/** The whole verdict: first what lies ahead, then why, then today. Work whose result cannot show yet is warned of early. */
export function buildVerdict(
  { plan, months }: DatedPlan,
  seen: Why,
  thresholds: Thresholds,
  { ahead, chance, outcome, isGood, missed, of }: Told,
): Verdict {
  const { metric, unit } = plan.goal;
  const named = of === undefined ? {} : { of };
  const counted = unit === undefined ? {} : { unit };
  const format = planFormat(plan);
  const { over, paceSoFar, asPlanned, needed, possible, warning } = ahead;
  const isEarly = warning !== null && EARLY.includes(seen.kind);
  const isEach = months.length > 0;
  const isMissed = missed !== undefined && missed.length > 0;
  const outlook: VerdictKind = isEarly
    ? { kind: "early warning", ...warning }
    : withOutlook(seen, thresholds, ahead, { metric, goal: outcome.goal, isGood });
  const why: VerdictKind = isMissed ? { kind: "month missed", stage: null, metric, months: missed } : outlook;
  const { now, planned } = outcome;
  // Beside an early warning, "as planned" would hide what is the matter.
  const course = outlook.kind === "on track" ? outlook.course : null;
  const reason = isEarly ? seen : outlook;
  const statements: StatementData[] = [
    ...(isMissed ? [{ code: "months-missed", metric, months: missed } as const] : []),
    ...(missed === undefined ? [{ code: "months-unknown" } as const] : []),
    ...(isEach ? [{ code: "months-together", over } as const] : []),
    ...(isEarly ? [{ code: "not-shown-yet", ...warning } as const] : []),
    { code: "outlook", metric, goal: outcome.goal, over, paceSoFar, asPlanned, ...named, ...counted },
    ...(chance === null
      ? []
      : [{ code: "chance", chance, ...named, ...(isEach ? { every: "month" as const } : {}) } as const]),
    // The day on which the sum is reached is no day on which each month is.
    ...(isEach ? [] : [{ code: "reached-on", over, paceSoFar, asPlanned, ...named } as const]),
    { code: "needed", needed, possible, over, enough: asPlanned.reachedOn !== null, ...named },
    ...(reason.kind === "on track" ? [] : [{ code: "why", ...reason, ...named } as const]),
    { code: "today", metric, now, planned, course, ...named, ...counted },
  ];
  return {
    ...why,
    ...named,
    text: sayVerdict({ ...why, ...named }, format),
    statements: statements.map((each) => ({ ...each, text: sayStatement(each, format) })),
  };
}

/** What can be true beside an early warning: the outcome does not show yet that too little was started. */
const EARLY: readonly Why["kind"][] = ["on track", "too early"];

/** An outcome that is as planned so far is no good news where the rest of the plan does not bring the goal. */
function withOutlook(
  why: Why,
  { warnOutlook }: Thresholds,
  { asPlanned, over }: LookAhead,
  {
    isGood,
    ...told
  }: Pick<Extract<VerdictKind, { readonly kind: "outlook short" }>, "metric" | "goal"> & Pick<Told, "isGood">,
): VerdictKind {
  const { amount, attainment } = asPlanned;
  if (isGood && !over && isBlame(why)) return { ...why, stillOnTrack: true };
  if (why.kind !== "on track" || attainment === null) return why;
  if (compare(must(parseExact(attainment), "attainment"), warnOutlook) >= 0) return why;
  return { kind: "outlook short", stage: null, course: why.course, end: amount, over, ...told };
}

type Blame = Extract<
  Why,
  { readonly kind: "work not done" | "both" | "outcome did not follow" | "elsewhere" }
>;

const BLAMES: readonly Why["kind"][] = ["work not done", "both", "outcome did not follow", "elsewhere"];

function isBlame(why: Why): why is Blame {
  return BLAMES.includes(why.kind);
}
