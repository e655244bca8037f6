import type { Ratio } from "../number/ratio.js";
import { scalar } from "../schema/scalar.js";
import { anyOf, NUMBER, objectOf } from "../schema/written-form.js";
import { judgeQuantity, parseQuantity, type Quantity } from "../schema/quantity.js";
import type { Problem } from "../schema/issue.js";
import { isRecord } from "../schema/fields.js";

/** How many are lost: a limit that is kept, `5`, or an expected number around which luck moves, `{ expected: 5 }`. */
type LossCountInput =
  | Quantity
  | {
      /** How many are lost on average. */
      expected: Quantity;
    };

/** A number of losses as written, see {@link LossCountInput}. */
export const lossCountSchema = scalar<LossCountInput>(judge, anyOf(NUMBER, objectOf({ expected: NUMBER })));

/** The number of losses to plan with: the limit, or the expected number. */
export function parseLossCount(written: LossCountInput): Ratio {
  return parseQuantity(typeof written === "object" ? written.expected : written);
}

/** Whether the number is an expected one, so that what is lost is chance. */
export function isExpected(written: LossCountInput | undefined): boolean {
  return typeof written === "object";
}

function judge(value: unknown): Problem | undefined {
  const isExpected = isRecord(value) && Object.keys(value).join(" ") === "expected";
  return judgeQuantity(isExpected ? value["expected"] : value);
}
