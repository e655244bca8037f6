import { plainFormat, type Format } from "../format/format.js";

/** Why no chance is told. */
export type NoChanceData =
  | {
      /** There are more units, or more values, than can be worked out. */
      readonly code: "too-much-to-count";
    }
  | {
      /** Work has begun, and the snapshot says nothing of the funnel. */
      readonly code: "nothing-seen";
    }
  | {
      /** A win adds nothing to the goal, or nothing is ever won: work does not make it likelier. */
      readonly code: "no-value";
    }
  | {
      /** The goal takes more wins than a chance is told for without being asked. */
      readonly code: "too-many-wins";
      /** Up to how many wins it is told. */
      readonly most: number;
    }
  | {
      /** The goal holds for each month, and it is not known in which of them the wins so far came. */
      readonly code: "months-undated";
    }
  | {
      /** The goal holds for each month, and too many units may be won in one or in another. */
      readonly code: "months-share-units";
    }
  | {
      /** What a win pays depends on its day, and not on its month alone; or wins differ in value, or there are too many. */
      readonly code: "earned";
    }
  | {
      /** Several goals are uncertain each in its own way. */
      readonly code: "goals-apart";
    }
  | {
      /** The goal holds for each month, and work is held while a number moves: only a plan's own work is judged by month. */
      readonly code: "months-held";
    }
  | {
      /** The goal takes more wins than a chance is told for of work that is held while a number moves. */
      readonly code: "too-many-wins-held";
      /** Up to how many wins it is told. */
      readonly most: number;
    }
  | {
      /** Units come back to a stage behind others, and a rate of the stages that they pass again is known from a sample only. */
      readonly code: "comes-back";
    };

/** The same with its sentence. */
export type NoChance = NoChanceData & {
  /** The reason in a sentence. */
  readonly text: string;
};

/** Says why no chance is told. */
export function sayNoChance(reason: NoChanceData, format: Format): string {
  switch (reason.code) {
    case "months-undated":
      return "No chance is told, because the goal holds for each month and the snapshot does not say in which month its wins came: write the day of each, won: [{ on: 2026-01-20 }].";
    case "months-share-units":
      return "No chance is told, because the goal holds for each month and too many units may be won in a month; count in larger units.";
    case "earned":
      return "No chance is told of what wins pay within the period: it is told of a plan before its work begins that pays by: month, where each win pays the same and there are not too many.";
    case "goals-apart":
      return "No chance is told, because more than one of the goals depends on losses or values that are uncertain.";
    case "comes-back":
      return "No chance is told, because units come back to a stage behind others, and a rate of the stages that they pass again is known from a sample only; write those rates as numbers.";
    case "nothing-seen":
      return "No chance is told, because the snapshot says nothing of the funnel: neither what was started nor what was won.";
    case "too-much-to-count":
      return "No chance is told, because there are more units under way than it can be worked out for; count in larger units.";
    case "no-value":
      return "No chance is told, because wins add nothing to the goal: no amount of work makes it likelier.";
    case "months-held":
      return "No chance is told of held work, because the goal holds for each month.";
    case "too-many-wins-held":
      return `No chance is told of held work, because the goal takes more than ${format.plural(reason.most, "win")}.`;
    case "too-many-wins": {
      const most = format.plural(reason.most, "win");
      return `No chance is told, because the goal takes more than ${most}; ask for one with goal.chance.`;
    }
  }
}

/** Why no chance is told, with its sentence. */
export function saidNoChance(reason: NoChanceData): NoChance {
  return { ...reason, text: sayNoChance(reason, plainFormat) };
}
