import type { ExactString } from "../number/exact-string.js";

/** One activity, stage or the wins of one person, by week. */
export interface PersonalNumber {
  /** An activity, a stage, or "win". */
  readonly name: string;
  /** Median of the last eight weeks that are listed. */
  readonly baseline: ExactString;
  /** The greatest average of four listed weeks in a row, and never less than the baseline; null where fewer are listed. */
  readonly best: ExactString | null;
  /** The first of those four weeks; null where the baseline is more than any four weeks. */
  readonly bestFrom: string | null;
  /** What to go for in a week; null where the history is too small to say. */
  readonly next: number | null;
  /** Whether the team's most per day keeps the next step down. */
  readonly limited: boolean;
  /** Median and greatest baseline of the team. */
  readonly teamMedian: ExactString;
  /** The greatest baseline of the team. */
  readonly teamBest: ExactString;
}

/** What share of one person's units went on, over the last eight weeks. */
export interface PersonalRate {
  /** The stage that units entered. */
  readonly stage: string;
  /** The next stage, or "win". */
  readonly to: string;
  /** How many entered. */
  readonly entered: ExactString;
  /** How many of them went on. */
  readonly passed: ExactString;
  /** Passed ÷ entered. */
  readonly rate: ExactString;
  /** Whether fewer than 30 units entered: too few to compare with anyone. */
  readonly small: boolean;
  /**
   * How likely so few, or fewer, would go on if this person's rate were that of the rest of the team, whose own sample is taken
   * into account; null where that cannot be said.
   */
  readonly pValue: number | null;
  /**
   * Whether what this person has less than the rest of the team is within luck: not below 5% after Holm's correction over all
   * people and stages; null where it cannot be said.
   */
  readonly withinLuck: boolean | null;
  /** Of the people with enough units; null where nobody has. */
  readonly teamMedian: ExactString | null;
  /** The greatest rate of the team, of the people with enough units; null where nobody has. */
  readonly teamBest: ExactString | null;
}

/** One person's targets, from what this person has done. */
export interface PersonTargets {
  /** The person. */
  readonly name: string;
  /** The person's team; null where the plan does not say. */
  readonly team: string | null;
  /** How many weeks are listed. */
  readonly weeks: number;
  /** Whether fewer than four weeks are listed: nothing is set from so few. */
  readonly small: boolean;
  /** What this person does in a week, and what to go for. */
  readonly numbers: readonly PersonalNumber[];
  /** What follows from it. */
  readonly rates: readonly PersonalRate[];
  /** Where this person lies below the team's median: in how much is done, or in what follows from it. */
  readonly below: readonly {
    /** In how much is done, or in what follows from it. */
    readonly in: "activity" | "conversion";
    /** The activity, or the stage. */
    readonly name: string;
    /** Both numbers in a sentence. */
    readonly text: string;
  }[];
  /** The next step in a sentence. */
  readonly text: string;
}

/** What all people together do of one thing in a week, against what the plan needs. */
export interface PersonalSum {
  /** An activity, a stage, or "win". */
  readonly name: string;
  /** How many people it is the sum of. */
  readonly people: number;
  /** Whole units a week; null where the plan does not say. */
  readonly needed: number | null;
  /** The sum of all baselines: what a usual week brings. */
  readonly baseline: ExactString;
  /** With every next step reached; who has none counts as now. */
  readonly next: ExactString;
  /** With whoever lies below the team's median, or best, come up to it. */
  readonly atMedian: ExactString;
  /** With whoever lies below the team's best come up to it. */
  readonly atBest: ExactString;
  /** Whether the sum of baselines is enough, the sum of next steps is, or neither. */
  readonly status: "met" | "met by next steps" | "short" | "unknown";
  /** Needed − next steps, not below 0. */
  readonly short: ExactString;
  /** What keeps the baselines from being enough. */
  readonly reasons: readonly ("activity" | "conversion")[];
  /** The sum against the need, in a sentence. */
  readonly text: string;
}

/** Targets for people that start from each person, and how their sum compares with the plan. */
export interface PersonalTargets {
  /** One for each person of the history, in its order. */
  readonly people: readonly PersonTargets[];
  /** One for each activity or stage that anyone does, and the wins. */
  readonly sums: readonly PersonalSum[];
}
