import type { Format } from "../format/format.js";
import type { ExactString } from "../number/exact-string.js";

/** A number that one plan hands on and another needs, and they differ. */
export interface UnitsHandoff {
  /** Fewer units are handed on, or in time, than are counted on. */
  readonly kind: "units";
  /** The stage at which they are handed over. */
  readonly stage: string;
  /** The plans that bring them. */
  readonly from: readonly string[];
  /** The plans that need them. */
  readonly to: readonly string[];
  /** What the plans that bring it plan in all. */
  readonly planned: number;
  /** The part of `planned` that is there by the last day on which the others can start with it. */
  readonly inTime: number;
  /** What the plans that need it need in all. */
  readonly needed: number;
  /** The last day on which the others can start with it; null where no plan that needs it has such a day. */
  readonly by: string | null;
  /** Both numbers in a sentence. */
  readonly text: string;
}

/** The change by which a plan comes to a rate. */
export interface HandedChange {
  /** The rate as it is today. */
  readonly now: ExactString;
  /** What is added to it: a share of it ("0.2" for +20%), or a number of percentage points ("4"). */
  readonly by: ExactString;
  /** Which of the two. */
  readonly in: "percent" | "points";
}

/** One stage for which plans assume different rates; `change`: because one adds points and the other a share. */
export interface RateHandoff {
  /** Whether the rates differ, or the ways of writing a change of one rate. */
  readonly kind: "rate" | "change";
  /** The stage. */
  readonly stage: string;
  /** What each plan assumes. */
  readonly rates: readonly {
    /** The plan's name. */
    readonly plan: string;
    /** The rate it comes to. */
    readonly rate: ExactString;
    /** The rate as it is written there. */
    readonly written: string;
    /** The change of today's rate that is written there; null where none is. */
    readonly change: HandedChange | null;
  }[];
  /** The difference in a sentence. */
  readonly text: string;
}

/** Where what one plan hands over is not what another counts on. */
export type Handoff = UnitsHandoff | RateHandoff;

/** A handoff before it is said. */
type HandoffData = Omit<UnitsHandoff, "text"> | Omit<RateHandoff, "text">;

/** Where what one plan hands over is not what another counts on, in a sentence. */
export function sayHandoff(handoff: HandoffData, format: Format): string {
  if (handoff.kind === "units") return unitsText(handoff, format);
  const { kind, stage, rates } = handoff;
  const said = rates.map(
    ({ plan, rate, change }) => `${format.rate(rate)} in "${plan}"${changeText(change, format)}`,
  );
  const why =
    kind === "change"
      ? "one plan adds a share of the rate, another percentage points"
      : "agree on one rate, or name the stages apart";
  return `Plans count on different rates of "${stage}": ${said.join(", ")}; ${why}.`;
}

function unitsText(handoff: Omit<UnitsHandoff, "text">, format: Format): string {
  const { stage, from, to, planned, inTime, needed, by } = handoff;
  const late =
    inTime === planned || by === null
      ? ""
      : `, and only ${format.number(inTime)} of them by ${format.date(by)}, the last day to start with them`;
  return (
    `${quoted(from, format)} ${from.length === 1 ? "plans" : "plan"} ${format.number(planned)} × "${stage}"${late}; ` +
    `${quoted(to, format)} ${to.length === 1 ? "needs" : "need"} ${format.number(needed)}: ${format.number(needed - inTime)} short.`
  );
}

function quoted(plans: readonly string[], format: Format): string {
  return format.list(plans.map((plan) => `"${plan}"`));
}

/** " (20% and +20% of it)", or nothing for a rate that is no change. */
function changeText(change: HandedChange | null, format: Format): string {
  if (change === null) return "";
  const { now, by } = change;
  const added =
    change.in === "points"
      ? `${format.signed(by)} points`
      : `${by.startsWith("-") ? "" : "+"}${format.writtenRate(by)} of it`;
  return ` (${format.writtenRate(now)} and ${added})`;
}
