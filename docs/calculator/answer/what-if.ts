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
import { tornadoPicture, type TornadoPicture } from "reverse-funnel/charts";
import { compareReport, type Section } from "reverse-funnel/report";

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

/** The levers, and both versions side by side. */
export interface WhatIfAnswer {
  readonly issues: readonly Issue[];
  /** What the levers are compared by. */
  readonly measure: TornadoPicture["measure"] | null;
  readonly levers: readonly LeverLine[];
  readonly sections: readonly Section[];
}

/** Which numbers of a plan are worth moving, and the plan beside one changed version of it. */
export function whatIfAnswer({ plan, changes }: WhatIfQuestion, format: Format): WhatIfAnswer {
  const all = levers(plan);
  const picture = tornadoPicture(all);
  const lines = { measure: picture?.measure ?? null, levers: linesOf(all, picture, format) };
  if (changes.length === 0) return { issues: [], sections: [], ...lines };
  try {
    const compared = compare(plan, [{ name: "changed", changes }]);
    return { issues: [], sections: compareReport(compared, { format }).sections, ...lines };
  } catch (error) {
    if (error instanceof PlanError) return { issues: error.issues, sections: [], ...lines };
    throw error;
  }
}

function linesOf(
  { levers: list }: ReturnType<typeof levers>,
  picture: TornadoPicture | null,
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
        change: { path: lever.path, to: step.to },
        effect: format.signed(value),
        share: toNumber(value) / widest,
        outcome: step.change.outcome === "0" ? "" : format.signedAmount(step.change.outcome),
      },
    ];
  });
}
