import type { Format } from "../format/format.js";
import type { ExactString } from "../number/exact-string.js";
import { sayFix, type Fix, type FixData } from "./fixes.js";
import { sayReason, type Reason, type ReasonData } from "./reasons.js";

/** What one plan asks of a team in a week, and the activity or habit that asks for most of it. */
export interface AlignedPart {
  /** The plan's name. */
  readonly plan: string;
  /** What it asks for. */
  readonly demand: ExactString;
  /** The activity or habit that asks for most of that. */
  readonly activity: string;
}

/** What all plans together ask of a team in a week, in minutes or units of an activity, and what it can do. */
export interface AlignedUse {
  /** The team. */
  readonly team: string;
  /** The Monday of the week. */
  readonly week: string;
  /** "minutes", or the activity that has a most per day. */
  readonly of: string;
  /** What all plans together ask for. */
  readonly demand: ExactString;
  /** What the team can do. */
  readonly capacity: ExactString;
  /** Demand − capacity, "0" where it fits. */
  readonly over: ExactString;
  /** One for each plan that asks for anything, in the order of the plans. */
  readonly plans: readonly AlignedPart[];
}

/** Plans that together ask a team for more than it can do. */
export interface OverloadReason {
  /** Tells it apart from the reasons of a single plan. */
  readonly code: "overload";
  /** The team. */
  readonly team: string;
  /** "minutes", or the activity that has a most per day. */
  readonly of: string;
  /** The Mondays of the weeks that are over, in order. */
  readonly weeks: readonly string[];
  /** How much too much, in all these weeks. */
  readonly short: ExactString;
  /** The week in which most is too much. */
  readonly worst: AlignedUse;
  /** The reason in a sentence. */
  readonly text: string;
}

/** What keeps one plan from being met: alone, or, for a task that is late, beside the others. */
export type PlanReason = Reason & {
  /** The plan's name. */
  readonly plan: string;
};

/** Why plans do not fit together. */
export type ConflictReason = OverloadReason | PlanReason;

/** Such a reason before it is said. */
type ConflictReasonData = Omit<OverloadReason, "text"> | (ReasonData & { readonly plan: string });

/** A single change that resolves a conflict; `plan` is null for a change of the shared teams. */
export type AlignFix = Fix & {
  /** The plan to change; null for the shared teams. */
  readonly plan: string | null;
};

/** Plans that do not fit together, while without any one of them the rest of them does. */
export interface Conflict {
  /** The plans that do not fit together. */
  readonly plans: readonly string[];
  /** The teams that are asked for too much. */
  readonly teams: readonly string[];
  /** Mondays of the weeks concerned, in order; the date for a task. */
  readonly weeks: readonly string[];
  /** The weeks that are over, with each plan's part; empty where tasks are the reason, or a plan fails alone. */
  readonly figures: readonly AlignedUse[];
  /** Why; at least one reason. */
  readonly reasons: readonly ConflictReason[];
  /** Who, when and by how much, in sentences. */
  readonly text: string;
  /** Each single change that resolves it; may be empty. */
  readonly fixes: readonly AlignFix[];
}

/** A conflict before it is said: the plans and the reasons. */
interface ConflictData {
  /** The plans that do not fit together. */
  readonly plans: readonly string[];
  /** Why. */
  readonly reasons: readonly ConflictReasonData[];
}

/** Which plans do not fit together and why, in sentences. */
export function sayConflict({ plans, reasons }: ConflictData, format: Format): string {
  const names = format.list(plans.map((plan) => `"${plan}"`));
  const who = plans.length === 1 ? `${names} cannot be met even alone.` : `${names} do not fit together.`;
  return [who, ...reasons.map((reason) => sayConflictReason(reason, format))].join(" ");
}

/** One reason of a conflict, in a sentence. */
export function sayConflictReason(reason: ConflictReasonData, format: Format): string {
  return reason.code === "overload" ? overloadText(reason, format) : sayReason(reason, format);
}

function overloadText(
  { team, of, weeks, short, worst }: Omit<OverloadReason, "text">,
  format: Format,
): string {
  const demands = format.parts(worst.plans.map(({ demand }) => demand));
  const parts = worst.plans.map(
    ({ plan, activity }, index) => `${demands[index] ?? ""} by "${plan}", mostly "${activity}"`,
  );
  const unit = of === "minutes" ? "minutes" : `× ${of}`;
  const asked = `${format.number(worst.demand)} of ${format.number(worst.capacity)} ${unit}`;
  const [first = "", last = ""] = [weeks[0], weeks.at(-1)];
  const isOne = weeks.length === 1;
  const when = isOne
    ? `in the week of ${format.date(first)}`
    : `in ${format.number(weeks.length)} weeks from ${format.date(first)} to ${format.date(last)}, most in that of ${format.date(worst.week)}`;
  return `They ask team "${team}" for ${asked} ${when} (${parts.join("; ")}): ${format.number(short)} too many${isOne ? "" : " in all these weeks"}.`;
}

/** A fix of a conflict, in a sentence that names its plan. */
export function sayAlignFix(fix: FixData & Pick<AlignFix, "plan">, format: Format): string {
  const text = sayFix(fix, format);
  return fix.plan === null ? text : `In "${fix.plan}": ${text}`;
}
