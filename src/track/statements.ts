import { showExact, showRate, showRatio } from "../model/display.js";
import { ceiling } from "../number/ceiling.js";
import { parseExact, encodeExact, type ExactString } from "../number/exact-string.js";
import { isPositive, ZERO, type Ratio } from "../number/ratio.js";
import type { DailyNeed, EarlyWarning, EndOutlook, LookAhead } from "./ahead.js";

/** One sentence of the verdict, with the figures that it is made of. */
export interface Statement {
  /**
   * `not-shown-yet`: work is behind and its result cannot show; `outlook`: what the period ends at; `reached-on`: when the
   * goal is reached; `needed`: what it takes from now on; `why`: what the gap is due to; `today`: where the outcome is.
   */
  readonly code: "not-shown-yet" | "outlook" | "reached-on" | "needed" | "why" | "today";
  /** The figures by name; null where one is not known, or there is none. */
  readonly figures: Readonly<Record<string, string | boolean | null>>;
  /** The sentence. */
  readonly text: string;
}

/** The early warning in a sentence. */
export function warningText({ stage, actual, planned, showsOn }: EarlyWarning): string {
  const done = `Early warning: ${showExact(actual)} of ${showExact(wholeUp(planned))} planned by now were started at "${stage}"`;
  return showsOn === null
    ? `${done}; the outcome does not show it yet.`
    : `${done}; the outcome cannot show it yet, and will on ${showsOn}.`;
}

/** What is said first: what cannot show yet. */
export function warningStatement(warning: EarlyWarning): Statement {
  const { stage, actual, planned, showsOn } = warning;
  return {
    code: "not-shown-yet",
    figures: { stage, actual, planned, showsOn },
    text: warningText(warning),
  };
}

/** What lies ahead, in the order in which it matters; once the period is over, what came of it. */
export function aheadStatements(ahead: LookAhead, goal: ExactString): readonly Statement[] {
  return [outlookStatement(ahead, goal), reachedStatement(ahead), neededStatement(ahead)];
}

function outlookStatement({ paceSoFar, asPlanned, over }: LookAhead, goal: ExactString): Statement {
  return {
    code: "outlook",
    figures: {
      goal,
      paceSoFar: paceSoFar?.amount ?? null,
      paceSoFarAttainment: paceSoFar?.attainment ?? null,
      asPlanned: asPlanned.amount,
      asPlannedAttainment: asPlanned.attainment,
    },
    text: `Of a goal of ${showExact(goal)}, the period ${over ? `ended at ${endText(asPlanned)}` : endsText(paceSoFar, asPlanned)}.`,
  };
}

function endsText(paceSoFar: EndOutlook | null, asPlanned: EndOutlook): string {
  const planned = `at ${endText(asPlanned)} if the rest is done as planned`;
  return paceSoFar === null
    ? `ends ${planned}; the pace so far is not known`
    : `ends at ${endText(paceSoFar)} at the pace so far, and ${planned}`;
}

function endText({ amount, attainment }: EndOutlook): string {
  const share = attainment === null ? "" : ` (${showRate(parseExact(attainment) ?? ZERO)})`;
  return `${showExact(amount)}${share}`;
}

function reachedStatement({ paceSoFar, asPlanned, over }: LookAhead): Statement {
  const [soFar, planned] = [paceSoFar?.reachedOn ?? null, asPlanned.reachedOn];
  const figures = { paceSoFar: soFar, asPlanned: planned };
  if (over)
    return {
      code: "reached-on",
      figures,
      text: planned === null ? "The goal was not reached." : "The goal was reached.",
    };
  const day = (on: string | null): string => (on === null ? "not in this period" : `on ${on}`);
  const text =
    paceSoFar === null || soFar === planned
      ? `The goal is ${planned === null ? "not expected to be reached in this period" : `expected to be reached on ${planned}`}.`
      : `The goal is expected to be reached ${day(soFar)} at the pace so far, and ${day(planned)} if the rest is done as planned.`;
  return { code: "reached-on", figures, text };
}

function neededStatement({ needed, possible, asPlanned, over }: LookAhead): Statement {
  const asked = needed.filter(({ perDay }) => perDay !== null && isPositive(ratioOf(perDay)));
  const figures = { possible, ...Object.fromEntries(needed.map(({ stage, perDay }) => [stage, perDay])) };
  if (over) return { code: "needed", figures, text: "No day of the period is left." };
  if (needed.some(({ perDay }) => perDay === null))
    return {
      code: "needed",
      figures,
      text: "Nothing that is started from now on can make up for what is missing.",
    };
  if (asked.length === 0) {
    const enough = asPlanned.reachedOn !== null;
    const text = enough
      ? "No new work is needed from now on."
      : "No day is left on which new work would count.";
    return { code: "needed", figures, text };
  }
  const list = asked.map(needText).join(", ");
  const verdict = possible ? "which is possible" : "which is out of reach";
  return { code: "needed", figures, text: `From now on it takes ${list}, ${verdict}.` };
}

function needText({ stage, perDay, plannedPerDay }: DailyNeed): string {
  const need = wholeUp(perDay ?? "0");
  return `${showExact(need)} "${stage}" a working day (the plan asks ${showRatio(ratioOf(plannedPerDay))})`;
}

function wholeUp(exact: ExactString): ExactString {
  return String(ceiling(ratioOf(exact)));
}

function ratioOf(exact: ExactString): Ratio {
  return parseExact(exact) ?? ZERO;
}

/** Why, and where the outcome is today. */
export function todayStatements(
  why: { readonly kind: string; readonly stage: string | null; readonly text: string },
  { now, planned }: { readonly now: ExactString; readonly planned: ExactString },
  early: boolean,
): readonly Statement[] {
  const reason: Statement[] =
    why.kind === "on track"
      ? []
      : [{ code: "why", figures: { kind: why.kind, stage: why.stage }, text: why.text }];
  // Beside an early warning "as planned" would hide what is the matter.
  const course = why.kind === "on track" && !early ? ` ${why.text}` : "";
  const text = `${showExact(now)} now; ${showExact(planned)} was planned by now.${course}`;
  return [...reason, { code: "today", figures: { now: encodeExact(ratioOf(now)), planned }, text }];
}
