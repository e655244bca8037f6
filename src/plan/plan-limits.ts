import { MOST_VALUES } from "../schema/plain-data.js";

/** How large a plan may be. Each limit is a whole number, and what it counts may be as many (included). */
export interface PlanLimits {
  /** Values of any kind in the data. */
  readonly values: number;
  /** Characters of a text or a key: of names, and of numbers that are written as texts. */
  readonly characters: number;
  /** Digits of a number, its exponent written out: 1e300 has 301. */
  readonly digits: number;
  /** Stages, those of channels included. */
  readonly stages: number;
  /** Stages times the days of work and period: each day of each stage is a line of the answer. */
  readonly stageDays: number;
  /** People who are named, of all teams together. */
  readonly people: number;
  /** Units of the pipeline that are written one by one. */
  readonly openUnits: number;
}

/** How large a plan may be: the default, what is safe for plans of strangers, or limits of your own in place of defaults. */
export type LimitsInput = "untrusted" | Partial<PlanLimits>;

/** Far more than any plan has; beyond it an answer fills the memory. */
const DEFAULT: PlanLimits = {
  values: MOST_VALUES,
  characters: Number.MAX_SAFE_INTEGER,
  digits: Infinity,
  stages: 200,
  stageDays: 1_000_000,
  people: 10_000,
  openUnits: 200_000,
};

/** More than an honest plan of one page has. */
const UNTRUSTED: PlanLimits = {
  values: 10_000,
  characters: 500,
  digits: 60,
  stages: 40,
  stageDays: 7_600,
  people: 100,
  openUnits: 1_000,
};

/**
 * The limits that hold.
 *
 * @throws RangeError for a word that is not "untrusted", a limit that there is not, or one that is no whole number from 1
 */
export function readLimits(limits: LimitsInput = {}): PlanLimits {
  if (limits === "untrusted") return UNTRUSTED;
  const known = Object.keys(DEFAULT);
  const wrong =
    typeof limits !== "object"
      ? JSON.stringify(limits)
      : Object.entries(limits).find(
          ([name, most]) => !known.includes(name) || !(Number.isSafeInteger(most) && most >= 1),
        );
  if (wrong !== undefined)
    throw new RangeError(
      `limits require "untrusted", or whole numbers from 1 for ${known.join(", ")}; got ${typeof wrong === "string" ? wrong : wrong.join(": ")}`,
    );
  return { ...DEFAULT, ...limits };
}
