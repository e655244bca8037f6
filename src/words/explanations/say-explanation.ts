import type { Format } from "../../format/format.js";
import { BACKTEST_SAYINGS } from "./of-backtest.js";
import { BRIDGE_SAYINGS } from "./of-bridge.js";
import { COST_SAYINGS } from "./of-costs.js";
import { CHANCE_SAYINGS } from "./of-chance.js";
import { CHECK_SAYINGS } from "./of-check.js";
import { FORECAST_SAYINGS } from "./of-forecast.js";
import { GOAL_SAYINGS } from "./of-goal.js";
import { GOALS_SAYINGS } from "./of-goals.js";
import { MONEY_SAYINGS } from "./of-money.js";
import { MONTH_SAYINGS } from "./of-months.js";
import { QUOTA_SAYINGS } from "./of-quotas.js";
import { REASON_SAYINGS } from "./of-reasons.js";
import { STAGE_SAYINGS } from "./of-stage.js";
import { WORK_SAYINGS } from "./of-work.js";
import type { SaidExplanation } from "./said.js";

const SAYINGS = {
  ...GOAL_SAYINGS,
  ...GOALS_SAYINGS,
  ...BRIDGE_SAYINGS,
  ...CHANCE_SAYINGS,
  ...STAGE_SAYINGS,
  ...WORK_SAYINGS,
  ...COST_SAYINGS,
  ...MONEY_SAYINGS,
  ...MONTH_SAYINGS,
  ...QUOTA_SAYINGS,
  ...REASON_SAYINGS,
  ...FORECAST_SAYINGS,
  ...CHECK_SAYINGS,
  ...BACKTEST_SAYINGS,
};

/** Which sort of number is explained; it tells the sentences apart. */
type ExplanationCode = keyof typeof SAYINGS;

/** The figures of each sentence. */
export type ExplanationFigures = {
  readonly [Code in ExplanationCode]: Parameters<(typeof SAYINGS)[Code]>[0];
};

/** One explanation before it is said. */
interface ExplanationOf<Code extends ExplanationCode> {
  readonly code: Code;
  readonly figures: ExplanationFigures[Code];
}

/** An explanation before it is said: its code, and the figures of its sentence. */
export type ExplanationData = { readonly [Code in ExplanationCode]: ExplanationOf<Code> }[ExplanationCode];

const BY_CODE: {
  readonly [Code in ExplanationCode]: (figures: ExplanationFigures[Code], format: Format) => SaidExplanation;
} = SAYINGS;

/**
 * Why a number is what it is, in a sentence, and the calculation with the figures put in: both again in any format.
 *
 * @example
 * ```ts
 * const says = { code: "pace-days", figures: { days: 20 } } as const;
 * sayExplanation(says, plainFormat).formula; // => "20 working days"
 * ```
 */
export function sayExplanation<Code extends ExplanationCode>(
  { code, figures }: ExplanationOf<Code>,
  format: Format,
): SaidExplanation {
  return BY_CODE[code](figures, format);
}
