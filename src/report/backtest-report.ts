import { plainFormat, type Format } from "../format/format.js";
import { backtestPicture } from "../charts/backtest/data.js";
import type { Backtest, FailedAssumption, HowOften } from "../history/backtest/answer.js";
import { isZero } from "../number/ratio.js";
import { decodeExact } from "../number/exact-string.js";
import { countCell, numberCell, rateCell } from "./figures.js";
import { left, right, sentence, table, type FormatOption, type Report, type Section } from "./report.js";
import { requireHanded } from "../schema/handed.js";

/**
 * The report of a backtest: how often the ranges held and how sure that is, each period, what failed, and which spread would
 * have made the ranges hold.
 *
 * @throws TypeError for anything else than an answer of backtest
 *
 * @example
 * ```ts
 * const deal = { owner: null, channel: null, value: null, currency: null, probability: null, expected: null };
 * const days = Array.from({ length: 120 }, (_, day) => new Date(Date.UTC(2025, 0, 1 + day)).toISOString().slice(0, 10));
 * const journeys = days.map((on, id) => {
 *   const state = id % 2 === 0 ? ("won" as const) : ("lost" as const);
 *   return { ...deal, id: String(id), steps: [{ stage: "demo", on }], state, closed: on };
 * });
 * const plan = { goal: { metric: "customers", amount: 5, period: "2026-01" }, funnel: [{ stage: "demo", rate: "50%" }] } as const;
 * backtestReport(backtest(plan, journeys)).title; // => "Forecasts of the past through Wed 30 Apr 2025"
 * ```
 */
export function backtestReport(answer: Backtest, options: FormatOption = {}): Report {
  requireHanded("backtestReport", ["an answer of backtest"], answer);
  const format = options.format ?? plainFormat;
  const sections = [verdictSection(answer, format), periodSection(answer, format)];
  const through = answer.asOf === "" ? "" : ` through ${format.date(answer.asOf)}`;
  return {
    title: `Forecasts of the past${through}`,
    sections: sections.filter(({ blocks }) => blocks.length > 0),
  };
}

function verdictSection(answer: Backtest, format: Format): Section {
  const { held, heldByLuck, reached, chance, level, per, failed, untested } = answer;
  const title = "How good the forecasts were";
  const notTested = untested.map(({ from, stage }) =>
    sentence(
      `The ${per} from ${format.date(from)} could not be forecast: no rate of "${stage}" was known before it.`,
    ),
  );
  if (held === null || heldByLuck === null || reached === null) {
    const short = `No ${per} can be forecast: it takes two whole ${per}s on record before it.`;
    return { title, blocks: [...(untested.length > 0 ? [] : [sentence(short, "bad")]), ...notTested] };
  }
  const failures = failed.map((each) => sentence(failureText(each, answer, format), "bad"));
  return {
    title,
    blocks: [
      sentence(
        `${countText(held, per, format)} ended within the ${format.rate(level)} range that was forecast the day before.`,
        failed.some(({ code }) => code === "range") ? "bad" : "good",
      ),
      sentence(`Luck alone would have explained ${format.number(heldByLuck.count)} of them.`),
      sentence(
        `${countText(reached, per, format)} brought as many wins as were ${format.rate(chance)} sure.`,
      ),
      ...(failures.length > 0 ? failures : [sentence("Nothing failed beyond luck.")]),
      ...spreadSentences(answer, format),
      ...notTested,
    ],
  };
}

/** "6 of 8 months (75%; in the long run 46% to 91%)". */
function countText({ count, of, low, high }: HowOften, per: string, format: Format): string {
  const share = format.rate(`${count}/${of}`);
  return `${format.number(count)} of ${format.plural(of, per)} (${share}; in the long run ${format.rate(low)} to ${format.rate(high)})`;
}

/** What an assumption that failed said, and what came. */
function failureText(failure: FailedAssumption, { per, level }: Backtest, format: Format): string {
  switch (failure.code) {
    case "rate": {
      const { expected, came } = failure.wentOn;
      return `The rate or the lag of "${failure.stage}" failed: ${format.number(expected)} were expected to go on, ${format.number(came)} did.`;
    }
    case "timing": {
      const [open, fresh] = [failure.pipeline, failure.fresh].map(
        ({ expected, came }) => `${format.number(came)} instead of ${format.number(expected)}`,
      );
      return `The lags failed: open deals brought ${open ?? ""} wins, and new ones ${fresh ?? ""}.`;
    }
    case "range":
      return `The ranges failed: they held fewer ${per}s than ${format.rate(level)}, beyond luck.`;
  }
}

function spreadSentences({ spread, per }: Backtest, format: Format) {
  const { learned, needed } = spread;
  const advice =
    learned === null || per !== "month" ? "" : ` In a plan: spread: { month: "${format.rate(learned)}" }.`;
  return [
    ...(learned === null
      ? []
      : [
          sentence(
            `As history tells it now, ${per}s differ by ${format.rate(learned)} beyond luck.${advice}`,
          ),
        ]),
    sentence(
      needed === null
        ? "No spread would have made the ranges hold as often as they promise."
        : isZero(decodeExact(needed))
          ? "The ranges would have held as often as they promise without any spread."
          : `A spread of ${format.rate(needed)} would have made the ranges hold just as often as they promise.`,
    ),
  ];
}

function periodSection(answer: Backtest, format: Format): Section {
  const { periods, per } = answer;
  const picture = backtestPicture(answer);
  if (picture === null) return { title: "", blocks: [] };
  const columns = [
    left(per === "month" ? "Month" : "Week from"),
    right("Expected"),
    right("From"),
    right("To"),
    right("Came"),
    left(""),
    right(`${format.rate(answer.chance)} sure`),
    right("Spread"),
  ];
  const rows = periods.map(({ from, expected, range, won, held, sure, spread }) => [
    per === "month" ? format.month(from.slice(0, 7)) : format.date(from),
    numberCell(format, expected),
    countCell(format, range[0]),
    countCell(format, range[1]),
    countCell(format, won),
    held ? "" : "missed",
    countCell(format, sure),
    rateCell(format, spread),
  ]);
  const title = per === "month" ? "Month by month" : "Week by week";
  return { title, blocks: [{ kind: "picture", picture }, table(columns, rows)] };
}
