import { parseDecimal } from "../number/decimal-text.js";
import { parseRateText } from "../number/rate-text.js";
import { add, compare, divide, isNegative, isZero, multiply, ONE, ratio } from "../number/ratio.js";
import type { Ratio } from "../number/ratio.js";
import type { Problem } from "../schema/issue.js";
import { suggestion } from "../schema/suggestion.js";
import { tryQuantity } from "../schema/quantity.js";
import { rateAdvice } from "./rate-advice.js";
import { isOneOf } from "../schema/fields.js";

/** A rate, or what is wrong with it. */
type RateReading =
  | { readonly ratio: Ratio; readonly problem?: undefined }
  | { readonly ratio?: undefined; readonly problem: Problem };

const EXPECTED = "a rate from 0 to 1 (included)";

/** Reads a written rate in any of its forms. */
export function readRate(value: unknown): RateReading {
  if (value !== null && typeof value === "object" && !Array.isArray(value)) return compositeReading(value);
  const read = parseRateText(value);
  return read !== undefined && inRange(read) ? { ratio: read } : wrong(rateAdvice(value));
}

/** Says whether a value is a share; one that exceeds the whole is, where it is written in percent. */
export function isProportion(value: unknown): boolean {
  const read = parseRateText(value);
  const inPercent = typeof value === "string" && value.endsWith("%");
  return read !== undefined && !isNegative(read) && (inPercent || compare(read, ONE) <= 0);
}

type Key = "won" | "of" | "rate" | "low" | "high" | "now" | "change";
type Composite = Readonly<Partial<Record<Key, unknown>>>;

interface Form {
  readonly needs: readonly Key[];
  readonly mayHave: readonly Key[];
  readonly read: (value: Composite) => RateReading;
}

const COUNTED: Form = { needs: ["won", "of"], mayHave: [], read: counted };
const LEARNED: Form = { needs: ["rate", "low", "high"], mayHave: COUNTED.needs, read: learned };
const CHANGED: Form = { needs: ["now", "change"], mayHave: [], read: changed };
/** The first form of which a rate has a key is the one that is meant: what is counted may stand beside what was learned. */
const FORMS = [CHANGED, LEARNED, COUNTED];
const KEYS: readonly string[] = [COUNTED, LEARNED, CHANGED].flatMap(({ needs }) => needs);

function compositeReading(value: Composite): RateReading {
  const keys = Object.keys(value);
  const unknown = keys.find((key) => !KEYS.includes(key));
  if (unknown !== undefined)
    return wrong(`${JSON.stringify(unknown.slice(0, 40))} is not known here, ${suggestion(unknown, KEYS)}`);
  const isGiven = (key: Key) => value[key] !== undefined;
  const { needs, mayHave, read } = FORMS.find((form) => form.needs.some(isGiven)) ?? COUNTED;
  const missing = needs.find((key) => !isGiven(key));
  if (missing !== undefined) return wrong(`write ${needs.join(", ")} together; ${missing} is missing`);
  const foreign = keys.find((key) => !isOneOf(needs, key) && !isOneOf(mayHave, key));
  return foreign === undefined ? read(value) : wrong(`leave ${foreign} out beside ${needs.join(" and ")}`);
}

function counted(value: Composite): RateReading {
  const won = tryQuantity(value.won);
  const of = tryQuantity(value.of);
  if (won === undefined || of === undefined || isNegative(won))
    return wrong("write two counts, such as { won: 48, of: 120 }");
  if (isNegative(of) || isZero(of)) return wrong("`of` must be above 0: no rate can be seen in no cases");
  return compare(won, of) > 0 ? wrong("`won` cannot exceed `of`") : { ratio: divide(won, of) };
}

function learned(value: Composite): RateReading {
  const [rate, low, high] = [value.rate, value.low, value.high].map(parseRateText);
  if (!rate || !low || !high) return wrong('write rates, such as { rate: "40%", low: "35%", high: "46%" }');
  const ordered = compare(low, rate) <= 0 && compare(rate, high) <= 0 && inRange(low) && inRange(high);
  if (!ordered) return wrong("write low ≤ rate ≤ high, each from 0 to 100%");
  if (value.won === undefined && value.of === undefined) return { ratio: rate };
  const sample = compositeReading({ won: value.won, of: value.of });
  return sample.problem === undefined ? { ratio: rate } : sample;
}

function changed(value: Composite): RateReading {
  const now = parseRateText(value.now);
  if (now === undefined || !inRange(now)) return wrong(`\`now\` is no rate: ${rateAdvice(value.now)}`);
  const change = readChange(value.change);
  if (change === undefined) return wrong('write the change as "+20%" (of the rate now) or "+4 points"');
  const to = change.points ? add(now, change.by) : multiply(now, add(ONE, change.by));
  return inRange(to) ? { ratio: to } : wrong("this change leads outside 0 to 100%, write a smaller one");
}

const CHANGE = /^([+-])\s*(\d+(?:\.\d+)?)\s*(%|percent|points?|pp)$/i;

export function readChange(text: unknown): { by: Ratio; points: boolean } | undefined {
  const match = typeof text === "string" && text.length <= 60 ? CHANGE.exec(text.trim()) : null;
  const size = parseDecimal(`${match?.[1] ?? ""}${match?.[2] ?? ""}`);
  if (match === null || size === undefined) return undefined;
  return { by: divide(size, ratio(100)), points: !/^(%|percent)$/i.test(match[3] ?? "") };
}

function inRange(read: Ratio): boolean {
  return !isNegative(read) && compare(read, ONE) <= 0;
}

function wrong(advice: string): RateReading {
  return { problem: { code: "rate.invalid", expected: EXPECTED, advice } };
}
