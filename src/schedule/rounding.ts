import { ceiling } from "../number/ceiling.js";
import type { Ratio, Whole } from "../number/ratio.js";
import { computeNeeds, type Division, type FedStage, type Needs } from "../model/needs.js";
import type { PlanInput } from "../plan/plan.js";

/** Whole entries by the index of the stage, what effort is measured by, and the stages that they are blocked at. */
interface Rounded {
  readonly whole: readonly Whole[];
  readonly effort: readonly Ratio[];
  /** Of these, the units that are there for the first time. */
  readonly first: readonly Ratio[];
  readonly blocked: readonly number[];
}

/** Turns the exact needs of so many wins into whole ones. A new rounding is one function and its name. */
type Rounding = (flow: readonly FedStage[], wins: Ratio, exact: Needs) => Rounded;

/** Rounds each total up from its own exact value: the least whole numbers that meet the goal. */
const least: Rounding = (_flow, _wins, { entries, first, blocked }) => ({
  whole: entries.map(ceiling),
  effort: entries,
  first,
  blocked,
});

/**
 * Rounds up at every step, so that each team's whole number feeds the next one's: the wins, each division by a rate, and
 * at a merge each channel's exact part of the stage's whole number by itself. Whole numbers may ask a stage for units of
 * which the exact need asks for none.
 */
const cascade: Rounding = (flow, wins, exact) => {
  const { entries, first, blocked } = computeNeeds(flow, wins, roundedUp);
  const all = new Set([...exact.blocked, ...blocked]);
  return {
    whole: entries.map(({ num }) => num),
    effort: entries,
    first,
    blocked: [...all].sort((one, other) => one - other),
  };
};

const roundedUp: Division = (need) => ({ num: ceiling(need), den: 1 });

/** Every rounding by the name a plan gives it. */
const ROUNDINGS: Readonly<Record<NonNullable<PlanInput["rounding"]>, Rounding>> = { least, cascade };

/** The rounding of a plan; `least` unless it names another. */
export function chooseRounding(plan: PlanInput): Rounding {
  return ROUNDINGS[plan.rounding ?? "least"];
}
