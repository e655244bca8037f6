import { parseRateText } from "../number/rate-text.js";
import type { Change } from "../plan/change.js";
import { fieldsOf } from "../schema/fields.js";

/** The rate of one stage of a plain funnel as whole numbers. */
interface RateChange {
  readonly stage: number;
  readonly num: number;
  readonly den: number;
}

/** Decimals with up to two places, or up to six, are read without spelling them out. */
const HUNDREDTHS = 100;
const MILLIONTHS = 1_000_000;

/** Reads a change of a stage's rate into whole numbers above 0; undefined for any other change. */
export function readRateChange({ path, to }: Change, stages: number): RateChange | undefined {
  const stage = path[1];
  const isRate = path.length === 3 && path[0] === "funnel" && path[2] === "rate";
  if (!isRate || typeof stage !== "number" || !(stage >= 0 && stage < stages)) return undefined;
  if (typeof to === "number") return fromDecimal(stage, to);
  return typeof to === "string" ? fromText(stage, to) : fromWonOf(stage, to);
}

/** A decimal of few places is the whole number of its hundredths ÷ 100 exactly when dividing gives it back. */
function fromDecimal(stage: number, rate: number): RateChange | undefined {
  if (!(rate > 0 && rate <= 1)) return undefined;
  const hundredths = Math.round(rate * HUNDREDTHS);
  if (hundredths / HUNDREDTHS === rate) return { stage, num: hundredths, den: HUNDREDTHS };
  const millionths = Math.round(rate * MILLIONTHS);
  return millionths / MILLIONTHS === rate ? { stage, num: millionths, den: MILLIONTHS } : undefined;
}

function fromText(stage: number, text: string): RateChange | undefined {
  const rate = parseRateText(text);
  if (rate === undefined || typeof rate.num !== "number" || typeof rate.den !== "number") return undefined;
  return rate.num > 0 && rate.num <= rate.den ? { stage, num: rate.num, den: rate.den } : undefined;
}

function fromWonOf(stage: number, to: unknown): RateChange | undefined {
  const { won, of } = fieldsOf(to);
  if (typeof won !== "number" || typeof of !== "number") return undefined;
  const plain = Number.isSafeInteger(won) && Number.isSafeInteger(of) && won > 0 && won <= of;
  return plain ? { stage, num: won, den: of } : undefined;
}
