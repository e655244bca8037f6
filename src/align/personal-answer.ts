/** What `personalTargets` answers; the sentences stand with their data. */
export type {
  BelowTeam,
  PersonalNumber,
  PersonalRate,
  PersonalSum,
  PersonalTargets,
  PersonTargets,
} from "../words/personal.js";
