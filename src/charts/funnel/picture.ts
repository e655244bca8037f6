import type { PictureNumber, PictureWords } from "../picture-number.js";
import type { Reason } from "../../words/reasons.js";
import type { PictureGoal } from "../goal.js";

/** One step of the bridge from the goal to the wins. */
interface FunnelBridgeItem {
  /** What the step is: the goal, churn, a buffer and so on. */
  readonly item: string;
  /** The wins it takes; below 0 where it saves some. */
  readonly wins: PictureNumber;
}

/** How sure a goal is. Chances from 0 to 1. */
export interface FunnelChance {
  /** The chance that the goal is reached, if the work is done as planned. */
  readonly reached: PictureNumber;
  /** The chance that the plan asks for; null where it asks for none. */
  readonly asked: PictureNumber | null;
}

/** A stage with its numbers, and what feeds it. */
export interface FunnelStage {
  /** The stage as it is named in the plan. */
  readonly stage: string;
  /** The channel the stage belongs to; null on the main path. */
  readonly channel: string | null;
  /** The team that answers for it; null where none is named. */
  readonly owner: string | null;
  /** Whether its entries are work of their own: nothing feeds it. */
  readonly isWork: boolean;
  /** The share of its units that go on to the stage before it in the picture, or are won. */
  readonly rate: PictureNumber;
  /** All units that must enter; null where no number would do. */
  readonly total: PictureNumber | null;
  /** Units a week; null where there is no working day. */
  readonly perWeek: PictureNumber | null;
  /** Units on a working day; null where there is no working day. */
  readonly perDay: PictureNumber | null;
  /** The last day on which starting still counts, where that is before the period's end; else null. */
  readonly startBy: string | null;
  /** Why nothing can be reached through here, in few words each; empty where nothing is in the way. */
  readonly blocked: readonly string[];
  /** The stages whose units come here: none, the one before it, or the last one of each channel. */
  readonly from: readonly FunnelStage[];
}

/** The funnel back from the goal: the goal, its wins, and stage by stage what must enter, down to the sources. */
export interface FunnelPicture extends PictureWords {
  /** Which picture this is. */
  readonly kind: "funnel";
  /** What is to be reached, and in which period. */
  readonly goal: PictureGoal;
  /** Whether the goal can be reached as the plan stands. */
  readonly reachable: boolean;
  /** Why it cannot be reached, as the answer says it; empty where it can. */
  readonly reasons: readonly Reason[];
  /** What is in the way of the goal as a whole rather than at one stage, in few words each. */
  readonly blocked: readonly string[];
  /** The wins to go for; null where no number would do. */
  readonly wins: PictureNumber | null;
  /** How sure the goal is with these wins to go for; null where it is not told, or cannot be reached as the plan stands. */
  readonly chance: FunnelChance | null;
  /** Who answers for the wins; null where no one is named. */
  readonly owner: string | null;
  /** From the goal's amount to the whole number of wins. */
  readonly bridge: readonly FunnelBridgeItem[];
  /** The last stage before the win; the others hang on it. */
  readonly last: FunnelStage;
}
