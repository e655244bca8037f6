import { add, isNegative, multiply, ONE, ZERO, type Ratio } from "../number/ratio.js";
import type { Problem } from "../schema/issue.js";
import { judgeQuantity, parseQuantity, tryQuantity, type Quantity } from "../schema/quantity.js";
import { scalar } from "../schema/scalar.js";
import { suggestion } from "../schema/suggestion.js";
import { validated } from "../schema/validated.js";
import { anyOf, NUMBER, objectOf, TEXT } from "../schema/written-form.js";
import { readChange } from "./rate-reading.js";
import { isRecord } from "../schema/fields.js";

/** By how much of itself something is to grow or to shrink: `+20%`. */
type AmountChange = `${"+" | "-"}${number}%`;

/** How much is to be reached, as written: a number, or a change of what there is now or was last period. */
export type GoalAmountInput =
  | Quantity
  | {
      /** What there is now. */
      now: Quantity;
      /** What is to be added, as a share of it: `+5%`. */
      change: AmountChange;
    }
  | {
      /** What the last period brought. */
      lastPeriod: Quantity;
      /** How much more or less this one is to bring: `+20%`. */
      change: AmountChange;
    };

/** What an amount was written as a change of. */
const CHANGED = ["now", "lastPeriod"] as const;

/** How an amount came about that was written as a change. */
export interface AmountOrigin {
  /** What changes: what there is now, whose growth is to be added, or what the last period brought. */
  readonly of: (typeof CHANGED)[number];
  readonly was: Ratio;
  /** The change, as a share of it; below 0 for less. */
  readonly by: Ratio;
}

/** The amount of a goal: of `now` what must be added, of `lastPeriod` what this period must reach. */
interface GoalAmount {
  readonly amount: Ratio;
  /** Undefined for an amount that was written as a number. */
  readonly origin: AmountOrigin | undefined;
}

/**
 * The amount of a goal: `82`, or what comes of a change. `{ now: 82, change: "+5%" }` is the 4.1 to be added,
 * `{ lastPeriod: 120000, change: "+20%" }` the 144,000 to be reached.
 */
export const goalAmountSchema = scalar<GoalAmountInput>(
  judgeAmount,
  anyOf(NUMBER, objectOf({ now: NUMBER, change: TEXT }), objectOf({ lastPeriod: NUMBER, change: TEXT })),
);

/** Reads the amount of a goal that was validated; nothing is to be reached where habits are alone and none is written. */
export function parseGoalAmount(value: GoalAmountInput | undefined): GoalAmount {
  if (value === undefined) return { amount: ZERO, origin: undefined };
  if (typeof value !== "object") return { amount: parseQuantity(value), origin: undefined };
  const origin = validated(readOrigin(value), "parseGoalAmount", "a validated amount", value);
  return { amount: amountOf(origin), origin };
}

/** Whether a goal is written as a change of what there is now, which is what must be added. */
export function isGrowthOfNow(amount: unknown): boolean {
  return isRecord(amount) && "now" in amount;
}

type Fields = Readonly<Partial<Record<"now" | "lastPeriod" | "change", unknown>>>;

const EXPECTED = "an amount";
const KEYS: readonly string[] = [...CHANGED, "change"];
const EXAMPLES = "write a number, { now: 82, change: +5% } or { lastPeriod: 120000, change: +20% }";

function judgeAmount(value: unknown): Problem | undefined {
  if (!isRecord(value)) return judgeQuantity(value);
  const unknown = Object.keys(value).find((key) => !KEYS.includes(key));
  if (unknown !== undefined)
    return wrong(`${JSON.stringify(unknown.slice(0, 40))} is not known here, ${suggestion(unknown, KEYS)}`);
  const [of, other] = CHANGED.filter((key) => value[key] !== undefined);
  if (of === undefined || value["change"] === undefined) return wrong(EXAMPLES);
  if (other !== undefined) return wrong("keep one of now and lastPeriod");
  const problem = judgeQuantity(value[of]);
  if (problem !== undefined) return { ...problem, part: { path: [of], received: value[of] } };
  return judgeChange(value);
}

function judgeChange(value: Fields): Problem | undefined {
  const origin = readOrigin(value);
  const at = (problem: Problem): Problem => ({
    ...problem,
    part: { path: ["change"], received: value.change },
  });
  if (origin === undefined)
    return at(wrong("write the change in percent, such as +20%; what is no share is a number of its own"));
  if (!isNegative(amountOf(origin))) return undefined;
  return at(
    wrong(
      origin.of === "now"
        ? "what is to be added cannot be below 0, write a change such as +5%"
        : "no period can bring less than nothing, write a change from -100%",
    ),
  );
}

function readOrigin(value: Fields): AmountOrigin | undefined {
  const change = readChange(value.change);
  const of = CHANGED.find((key) => value[key] !== undefined);
  const was = of === undefined ? undefined : tryQuantity(value[of]);
  if (of === undefined || was === undefined || change === undefined || change.points) return undefined;
  return { of, was, by: change.by };
}

function amountOf({ of, was, by }: AmountOrigin): Ratio {
  return multiply(was, of === "now" ? by : add(ONE, by));
}

function wrong(advice: string): Problem {
  return { code: "amount.invalid", expected: EXPECTED, advice };
}
