import type { Format } from "../../format/format.js";
import type { ExactString } from "../../number/exact-string.js";
import { plain, type SaidExplanation } from "./said.js";

/** A month or a week of the past that was forecast from what was known on the day before it. */
export interface PastPeriod {
  readonly per: "month" | "week";
  /** Its first day. */
  readonly from: string;
}

/** Whose wins are counted: all, those of deals that were open on the first day, or those of deals that began in the period. */
export type WonOf = "all" | "pipeline" | "fresh";

/** Wins of such a period. */
export interface WinsFigures extends PastPeriod {
  readonly of: WonOf;
}

/** The range of wins that was forecast. */
export interface RangeFigures extends PastPeriod {
  readonly end: "low" | "high";
  readonly low: number;
  readonly high: number;
  readonly level: ExactString;
}

/** A share of the periods that were tried, and between which shares the truth lies nine times of ten. */
export interface HowOftenFigures {
  readonly which: "held" | "heldByLuck" | "reached";
  readonly part: "count" | "of" | "low" | "high";
  readonly per: "month" | "week";
  readonly count: number;
  readonly of: number;
  readonly low: ExactString;
  readonly high: ExactString;
  /** What the ranges were to hold, or how sure the wins were that were asked for. */
  readonly asked: ExactString;
}

/** What all periods together contradict; `stage` is null where it is the lags of all stages. */
export interface FailedFigures {
  readonly stage: string | null;
  readonly of: WonOf;
  readonly expected: ExactString;
  readonly came: number;
}

const OF: Readonly<Record<WonOf, string>> = {
  all: "",
  pipeline: " of deals that were open on the first day",
  fresh: " of deals that began in it",
};

/** How forecasts of the past would have done. */
export const BACKTEST_SAYINGS = {
  "backtest-level": ({ level }: { level: ExactString }, format: Format): SaidExplanation => {
    const shown = format.rate(level);
    return plain(`Each range was to hold what came in ${shown} of all cases.`, `${shown} of all cases`);
  },

  "backtest-asked": ({ chance }: { chance: ExactString }, format: Format): SaidExplanation => {
    const shown = format.rate(chance);
    return plain(
      `Of each period the most wins were asked for of which it was ${shown} sure that as many come.`,
      `P(wins ≥ asked) ≥ ${shown}`,
    );
  },

  "backtest-won": (
    { of, won, ...period }: WinsFigures & { readonly won: number },
    format: Format,
  ): SaidExplanation => {
    const wins = format.plural(won, "win");
    return plain(`${wins}${OF[of]} came ${inPeriod(period, format)}, as history tells.`, wins);
  },

  "backtest-expected": (
    { of, expected, ...period }: WinsFigures & { readonly expected: ExactString },
    format: Format,
  ): SaidExplanation => {
    const wins = format.plural(expected, "win");
    return plain(
      `From the rates and lags that were known on the day before, ${wins}${OF[of]} were expected ${inPeriod(period, format)}.`,
      `each deal's chance to be won in the period, added up: ${format.number(expected)}`,
    );
  },

  "backtest-range": (figures: RangeFigures, format: Format): SaidExplanation =>
    rangeText(figures, "where", format),

  "backtest-luck-range": (figures: RangeFigures, format: Format): SaidExplanation =>
    rangeText(figures, "where, if rates were known for sure and periods differed by luck only,", format),

  "backtest-sure": (
    { sure, chance, ...period }: PastPeriod & { readonly sure: number; readonly chance: ExactString },
    format: Format,
  ): SaidExplanation => {
    const [wins, shown] = [format.plural(sure, "win"), format.rate(chance)];
    return plain(
      `${wins} is the most of which it was ${shown} sure, on the day before, that as many come ${inPeriod(period, format)}.`,
      `P(wins ≥ ${format.number(sure)}) ≥ ${shown}`,
    );
  },

  "backtest-spread": (
    { spread, ...period }: PastPeriod & { readonly spread: ExactString },
    format: Format,
  ): SaidExplanation => {
    const shown = format.rate(spread);
    return plain(
      `Before ${inPeriod(period, format).replace(/^in /, "")}, ${period.per}s had differed by ${shown} beyond luck: so much wider its range is.`,
      `standard deviation ÷ mean: ${shown}`,
    );
  },

  "backtest-how-often": (figures: HowOftenFigures, format: Format): SaidExplanation => {
    const { part, per, count, of, low, high } = figures;
    const periods = format.plural(of, per);
    const share = `${format.number(count)} ÷ ${format.number(of)} = ${format.rate(`${count}/${of}`)}`;
    if (part === "of") return plain(`${periods} of the past could be forecast.`, periods);
    const told = `${format.number(count)} of ${periods} ${didWhat(figures, format)}`;
    if (part === "count") return plain(`${told}.`, share);
    const [from, to] = [format.rate(low), format.rate(high)];
    const end = part === "low" ? `${from} is the lower end` : `${to} is the upper end`;
    return plain(
      `${told}. ${end} of where that share lies in the long run, nine times of ten: from ${from} to ${to}.`,
      `90% interval of ${share} (Wilson): ${from} to ${to}`,
    );
  },

  "backtest-failed": (figures: FailedFigures & { readonly part: "expected" | "came" }, format: Format) => {
    const { stage, of, expected, came, part } = figures;
    const [before, after] = [format.number(expected), format.number(came)];
    const what =
      stage === null
        ? `wins${OF[of].replace("in it", "in the periods")} were expected in all periods, and ${after} came: lags are off`
        : `were expected to go on from "${stage}" in all periods, and ${after} did: its rate or its lag is off`;
    return plain(`${before} ${what} beyond luck.`, `${part}: ${part === "expected" ? before : after}`);
  },

  "backtest-spread-learned": (
    { per, spread }: { readonly per: "month" | "week"; readonly spread: ExactString },
    format: Format,
  ): SaidExplanation => {
    const shown = format.rate(spread);
    return plain(
      `As the whole history tells it, ${per}s differ by ${shown} beyond luck.`,
      `standard deviation ÷ mean: ${shown}`,
    );
  },

  "backtest-spread-needed": (
    { spread, level }: { readonly spread: ExactString; readonly level: ExactString },
    format: Format,
  ): SaidExplanation => {
    const shown = format.rate(spread);
    return plain(
      `With a spread of ${shown}, the least by whole per cent, ranges would have held ${format.rate(level)} of the periods.`,
      `least spread: ${shown}`,
    );
  },
};

function rangeText(figures: RangeFigures, where: string, format: Format): SaidExplanation {
  const [low, high] = [format.plural(figures.low, "win"), format.plural(figures.high, "win")];
  const level = format.rate(figures.level);
  const end = figures.end === "low" ? `${low} is the lower end` : `${high} is the upper end`;
  return plain(
    `${end} of ${where} at least ${level} of all cases lay ${inPeriod(figures, format)}: from ${low} to ${high}.`,
    `P(${low} to ${high}) ≥ ${level}`,
  );
}

function didWhat({ which, asked }: HowOftenFigures, format: Format): string {
  switch (which) {
    case "held":
      return `ended within the ${format.rate(asked)} range that was forecast the day before`;
    case "heldByLuck":
      return `ended within the ${format.rate(asked)} range of luck alone`;
    case "reached":
      return `brought as many wins as were ${format.rate(asked)} sure`;
  }
}

function inPeriod({ per, from }: PastPeriod, format: Format): string {
  return per === "month" ? `in ${format.month(from.slice(0, 7))}` : `in the week from ${format.date(from)}`;
}
