import {
  compare,
  levers,
  PlanError,
  toNumber,
  type Change,
  type Format,
  type Issue,
  type Plan,
} from "reverse-funnel";
import { tornadoPicture, type Picture } from "reverse-funnel/charts";
import { compareReport, type Section } from "reverse-funnel/report";
import { percentText } from "../reading/rate-text.js";

/** What is asked: which numbers of a plan are worth moving, and what a version with other numbers comes to. */
export interface WhatIfQuestion {
  readonly plan: Plan;
  readonly changes: readonly Change[];
}

/** A number that could be moved, and what a first step of it does. */
export interface LeverLine {
  readonly what: string;
  readonly change: Change;
  /** How far it is moved: "+10%". */
  readonly by: string;
  /** By how much the measure changes: "−0.2", with how much of the widest bar that is, from −1 to 1. */
  readonly effect: string;
  readonly share: number;
  readonly more: "helps" | "hurts" | "does nothing";
  /** By how much more or less today's work then brings, in the goal's metric: "+1,000". */
  readonly outcome: string;
}

type Tornado = Extract<Picture, { kind: "tornado" }>;

/** The levers, and both versions side by side. */
export interface WhatIfAnswer {
  readonly issues: readonly Issue[];
  /** What the levers are compared by. */
  readonly measure: Tornado["measure"] | null;
  readonly levers: readonly LeverLine[];
  readonly sections: readonly Section[];
}

/**
 * Makes the function that says which numbers of a plan are worth moving, and puts the plan beside one changed version of it. The
 * levers of the plan that it was asked about last are kept: they are the slow part, and the same for every change that is tried.
 */
export function whatIfAnswers(): (question: WhatIfQuestion, format: Format) => WhatIfAnswer {
  let last: { readonly plan: string; readonly lines: Lines } | null = null;
  return ({ plan, changes }, format) => {
    // What is sent to a worker is a copy each time, so plans are told apart by what they say.
    const key = JSON.stringify(plan);
    if (last?.plan !== key) last = { plan: key, lines: linesFor(plan, format) };
    return { ...last.lines, ...comparedWith(plan, changes, format) };
  };
}

type Lines = Pick<WhatIfAnswer, "measure" | "levers">;

function linesFor(plan: Plan, format: Format): Lines {
  const all = levers(plan);
  const picture = tornadoPicture(all);
  return { measure: picture?.measure ?? null, levers: linesOf(all, picture, format) };
}

function comparedWith(
  plan: Plan,
  changes: readonly Change[],
  format: Format,
): Pick<WhatIfAnswer, "issues" | "sections"> {
  if (changes.length === 0) return { issues: [], sections: [] };
  try {
    const compared = compare(plan, [{ name: "changed", changes }]);
    return { issues: [], sections: compareReport(compared, { format }).sections };
  } catch (error) {
    if (error instanceof PlanError) return { issues: error.issues, sections: [] };
    throw error;
  }
}

function linesOf(
  { levers: list }: ReturnType<typeof levers>,
  picture: Tornado | null,
  format: Format,
): readonly LeverLine[] {
  const bars = picture?.bars ?? [];
  const widest = Math.max(...bars.map(({ change }) => Math.abs(toNumber(change.value))));
  return bars.flatMap(({ what, by, more, change: { value, path } }) => {
    const lever = list[Number(path[1])];
    const step = lever?.steps[0];
    if (lever === undefined || step === undefined) return [];
    return [
      {
        what,
        by,
        more,
        change: { path: lever.path, to: lever.kind === "rate" ? percentText(String(step.to)) : step.to },
        effect: format.signed(value),
        share: toNumber(value) / widest,
        outcome: step.change.outcome === "0" ? "" : format.signedAmount(step.change.outcome),
      },
    ];
  });
}
