import {
  compare,
  isNegative,
  isZero,
  multiply,
  ONE,
  subtract,
  sum,
  ZERO,
  type Ratio,
} from "../number/ratio.js";
import { showExact } from "../model/display.js";
import { parseExact, type ExactString } from "../number/exact-string.js";
import type { LookAhead } from "./ahead.js";
import type { Part } from "./gap.js";
import {
  aheadStatements,
  todayStatements,
  warningStatement,
  warningText,
  type Statement,
} from "./statements.js";
import type { Thresholds } from "./status.js";

/** What the gap says in one line. */
export interface Verdict {
  /**
   * `on course`; `early warning`: too little was started, which the outcome cannot show yet; `work not done`: too little was started; `outcome did not follow`: the work was done and fewer went on
   * than planned, at the stage named; `both`; `not known`: how much was started at the stage named is not said;
   * `too early`: what was started has not had the time yet; `elsewhere`: value, churn, or something that the funnel does
   * not hold; `outlook short`: the outcome is as planned so far, and the rest of the plan does not bring the goal;
   * `within luck`: the work was done, and that fewer went on at the stage named may be luck.
   */
  readonly kind:
    | "on track"
    | "early warning"
    | "work not done"
    | "outcome did not follow"
    | "both"
    | "not known"
    | "too early"
    | "elsewhere"
    | "outlook short"
    | "within luck";
  /** The stage that it is about; null where it is about none. */
  readonly stage: string | null;
  /** The verdict in a sentence. */
  readonly text: string;
  /**
   * All of it, in the order in which it matters: what cannot show yet, what the period will end at, when the goal is
   * reached, what it takes from now on, why, and where the outcome is today.
   */
  readonly statements: readonly Statement[];
}

/** What the gap is due to, in one line. */
export type Why = Omit<Verdict, "statements">;

/** The whole verdict: first what lies ahead, then why, then today. Work whose result cannot show yet is warned of early. */
export function buildVerdict(
  evidence: Evidence,
  thresholds: Thresholds,
  ahead: LookAhead,
  outcome: { readonly goal: ExactString; readonly now: ExactString; readonly planned: ExactString },
): Verdict {
  const seen = whyOf(evidence, thresholds);
  const early = ahead.warning !== null && EARLY.includes(seen.kind);
  const why = early ? seen : withOutlook(seen, thresholds, ahead, outcome.goal);
  const rest = [...aheadStatements(ahead, outcome.goal), ...todayStatements(why, outcome, early)];
  if (ahead.warning === null || !early) return { ...why, statements: rest };
  const { stage } = ahead.warning;
  const text = warningText(ahead.warning);
  return { kind: "early warning", stage, text, statements: [warningStatement(ahead.warning), ...rest] };
}

/** What can stand beside an early warning: the outcome does not show yet that too little was started. */
const EARLY: readonly Verdict["kind"][] = ["on track", "too early"];

/** An outcome that is as planned so far is no good news where the rest of the plan does not bring the goal. */
function withOutlook(why: Why, { warnOutlook }: Thresholds, ahead: LookAhead, goal: ExactString): Why {
  const { amount, attainment: share } = ahead.asPlanned;
  const isShort = share !== null && compare(parseExact(share) ?? ZERO, warnOutlook) < 0;
  if (why.kind !== "on track" || !isShort) return why;
  const end = `${showExact(amount)} of ${showExact(goal)}`;
  const text = ahead.over
    ? `${why.text} The period ended at ${end}.`
    : `${why.text} Even if the rest is done as planned, the period ends at ${end}.`;
  return { kind: "outlook short", stage: null, text };
}

/** What a verdict is read from. */
interface Evidence {
  readonly parts: readonly Part[];
  /** The gap, and what was planned to have been gained by now, in the metric's unit. */
  readonly gap: Ratio;
  readonly plannedGain: Ratio;
  /** Whether every source of work that is known of has done what was planned, within the threshold. */
  readonly workDone: boolean;
  /** The first source of work of which nothing is known; null where there is none. */
  readonly unknownWork: string | null;
  /** Stages from which fewer went on than planned, by so little that it may be luck. */
  readonly withinLuck: readonly string[];
}

/** Tells "did not do the work" from "did the work, the outcome did not follow". */
function whyOf(evidence: Evidence, { behind }: Thresholds): Why {
  const { parts, gap, plannedGain, workDone, unknownWork, withinLuck } = evidence;
  const allowed = multiply(subtract(ONE, behind), plannedGain);
  const tolerated = isNegative(allowed) ? ZERO : allowed;
  if (compare(gap, subtract(ZERO, tolerated)) >= 0) return onCourse(gap);
  const effort = worstOf(parts, ["effort"]);
  const follow = worstOf(parts, ["conversion", "arrival"]);
  const timing = worstOf(parts, ["timing"]);
  const beside = worstOf(parts, ["value", "churn", "new customers", "not explained"]);
  const most = [effort, follow, timing, beside].reduce((least, each) =>
    compare(each.amount, least.amount) < 0 ? each : least,
  );
  if (!isNegative(most.amount) || most === beside) return elsewhere(beside);
  if (most === timing) return tooEarly(timing);
  if (!workDone)
    return most === effort || withinLuck.includes(follow.stage ?? "")
      ? notDone(effort)
      : both(effort, follow);
  if (unknownWork !== null) return notKnown(unknownWork);
  return withinLuck.includes(follow.stage ?? "") ? mayBeLuck(follow) : didNotFollow(follow, parts);
}

interface Weight {
  readonly amount: Ratio;
  readonly stage: string | null;
  readonly lever: string;
}

/** All parts of these kinds together, named after the one that takes most. */
function worstOf(parts: readonly Part[], levers: readonly string[]): Weight {
  const own = parts.filter(({ lever }) => levers.includes(lever));
  const [first] = [...own].sort((one, other) => compare(one.amount, other.amount));
  return {
    amount: sum(own.map(({ amount }) => amount)),
    stage: first?.stage ?? null,
    lever: first?.lever ?? levers[0] ?? "",
  };
}

function onCourse(gap: Ratio): Why {
  const more = "The outcome so far is more than was planned.";
  const less = "The outcome so far is close to what was planned.";
  const text = isZero(gap) ? "The outcome so far is what was planned." : isNegative(gap) ? less : more;
  return { kind: "on track", stage: null, text };
}

function notKnown(stage: string): Why {
  const text = `It is not known whether the work was done: what was started at "${stage}" is not said.`;
  return { kind: "not known", stage, text };
}

function notDone({ stage }: Weight): Why {
  const text = `The work was not done: too little was started at "${stage ?? ""}".`;
  return { kind: "work not done", stage, text };
}

function didNotFollow({ stage, lever }: Weight, parts: readonly Part[]): Why {
  if (stage === null) return elsewhere(worstOf(parts, ["value", "churn", "new customers", "not explained"]));
  const where = lever === "arrival" ? `arrived at "${stage}"` : `went on from "${stage}"`;
  const text = `The work was done, and the outcome did not follow: fewer ${where} than planned.`;
  return { kind: "outcome did not follow", stage, text };
}

function mayBeLuck({ stage }: Weight): Why {
  const text = `The work was done. Fewer went on from "${stage ?? ""}" than planned, which is within luck.`;
  return { kind: "within luck", stage, text };
}

function both(effort: Weight, follow: Weight): Why {
  const text = `Too little was started at "${effort.stage ?? ""}", and fewer went on from "${follow.stage ?? ""}" than planned.`;
  return { kind: "both", stage: follow.stage, text };
}

function tooEarly({ stage }: Weight): Why {
  const text = `It is too early to tell: what entered "${stage ?? ""}" has not had the time to go on.`;
  return { kind: "too early", stage, text };
}

function elsewhere({ lever }: Weight): Why {
  const texts: Readonly<Record<string, string>> = {
    value: "The wins came, and were worth less than planned.",
    churn: "The base lost more than planned.",
  };
  const text = texts[lever] ?? "What is missing is not explained by the work and the rates of the funnel.";
  return { kind: "elsewhere", stage: null, text };
}
