import type { Forecast } from "../forecast/answer.js";
import type { CompiledPlan } from "../model/compile.js";
import type { Path } from "../schema/issue.js";
import { writtenGoalPath, type Explained } from "./explainer.js";
import type { Guide } from "./guide.js";

/** A forecast, and its plan read into exact numbers. */
export interface ForecastSubject {
  readonly answer: Forecast;
  readonly compiled: CompiledPlan;
}

/** Explains the number at a full path of a forecast. */
export type ForecastExplainer = (subject: ForecastSubject, path: Path) => Explained;

/** Who explains the numbers of one type of a forecast's answer. */
export type ForecastGuide<Part> = Guide<ForecastExplainer, Part>;

/** Where the outcome goal is: every chain of whys ends there. */
export function goalAt({ compiled }: ForecastSubject): Path {
  return writtenGoalPath(compiled);
}

/** Where the wins by the period's end are. */
export const WINS: Path = ["atEnd", "wins"];
/** Where the amount by the period's end is. */
export const AMOUNT: Path = ["atEnd", "amount"];
