import { plainFormat, withFacts, type Format } from "../../format/format.js";
import { toNumber } from "../../number/exact-string.js";
import { sayLearningGap } from "../../words/learning.js";
import type { Learned, LearnedStage } from "./learned.js";
import { isSpreadTold } from "./spread-told.js";

/**
 * What was learned, in lines for people: of each stage the counts, the naive and the corrected rate with its 90% interval,
 * how long going on takes, and what is not known; then what wins were worth.
 *
 * @param format how figures and dates are written
 *
 * @example
 * ```ts
 * const csv = "id,stage,on\n1,demo,2026-01-05\n1,won,2026-01-12\n2,demo,2026-01-06\n2,lost,2026-01-20\n";
 * const { journeys } = fromCsv(csv, { funnel: ["demo"], columns: { id: "id", stage: "stage", on: "on" } });
 * learnedLines(learn(journeys, { stages: ["demo"], asOf: "2026-02-01" }))[0];
 * // => "demo: 1 of 2 went on, 1 lost, 0 open; naive 50%, corrected 50% (12% to 88%); half within 7 days"
 * ```
 */
export function learnedLines(learned: Learned, format: Format = plainFormat): readonly string[] {
  const stages = Object.values(learned.stages).filter((stage) => stage !== undefined);
  const values = learned.values.map(({ currency, count, mean, median }) => {
    const { plural, money } = withFacts(format, { currency });
    return `${plural(count, "win")} with a value: mean ${money(mean)}, median ${money(median)}`;
  });
  return [
    ...stages.flatMap((stage) => stageLines(stage, format)),
    ...overallLines(learned, stages, format),
    ...spreadLines(learned, format),
    ...values,
  ];
}

function spreadLines({ spread }: Learned, { rate, plural }: Format): string[] {
  if (spread === null) return [];
  const { month, months, wins } = spread;
  const seen = `${plural(months, "month")} with ${plural(wins, "win")}`;
  if (!isSpreadTold(spread))
    return [
      `${seen} ${months === 1 ? "does" : "do"} not tell how much months differ beyond luck; ${rate(month)} is as usual`,
    ];
  return [`Months differ by ${rate(month)} beyond luck, as ${seen} tell`];
}

function stageLines(learned: LearnedStage, format: Format): string[] {
  const { stage, entered, wentOn, lost, open, maybeLost, maybeOpen, bounds } = learned;
  const { number, rate } = format;
  const gaps = learned.unknown.map((gap) => `  ${sayLearningGap(gap, format)}`);
  if (entered === 0 && maybeLost + maybeOpen === 0) return [`${stage}: no deal entered`, ...gaps];
  const counts = [
    `${number(wentOn)} ${learned.corrected === null ? "" : `of ${number(entered)} `}went on`,
    `${number(lost)} lost`,
    `${number(open)} open`,
    ...(maybeLost > 0 ? [`${number(maybeLost)} lost in a stage that is not known`] : []),
    ...(maybeOpen > 0 ? [`${number(maybeOpen)} open in a stage that is not known`] : []),
  ].join(", ");
  const range = bounds === null ? "" : `, between ${rate(bounds.low)} and ${rate(bounds.high)}`;
  return [`${stage}: ${counts}; ${rateText(learned, format) ?? `rate not known${range}`}`, ...gaps];
}

function rateText(
  { naive, corrected, mature, moved, lag }: LearnedStage,
  { rate, plural }: Format,
): string | undefined {
  if (naive === null || corrected === null) return undefined;
  const { low, high } = corrected;
  const interval = low === null || high === null ? "no interval" : `${rate(low)} to ${rate(high)}`;
  const half = lag === null ? "" : `; half within ${plural(medianDays(lag), "day")}`;
  const found = `naive ${rate(naive)}, corrected ${rate(corrected.rate)} (${interval})`;
  if (moved !== null) return `${found}, which moves${half}`;
  return mature ? `${found}${half}` : `naive ${rate(naive)}, not settled (${interval})${half}`;
}

/** The rate over all stages, where not each of them has its own. */
function overallLines(
  learned: Learned,
  stages: readonly LearnedStage[],
  { rate, number, date }: Format,
): string[] {
  const { overall, observedFrom } = learned;
  if (!stages.some(({ bounds }) => bounds !== null)) return [];
  if (overall === null) {
    const why =
      learned.leftOut > 0
        ? `${number(learned.leftOut)} of the export could not be placed`
        : observedFrom === null
          ? "deals are still open that were watched for less than the slowest took, or longer"
          : `what ended before ${date(observedFrom)} was not recorded`;
    return [`All stages: ${why}, so the rate over all is not known`];
  }
  const { low, high, won, of } = overall;
  const interval = low === null || high === null ? "" : ` (${rate(low)} to ${rate(high)})`;
  return [`All stages together: ${number(won)} of ${number(of)} won, ${rate(overall.rate)}${interval}`];
}

function medianDays(lag: NonNullable<LearnedStage["lag"]>): number {
  let seen = 0;
  return lag.find(({ share }) => (seen += toNumber(share)) >= 0.5 - 1e-9)?.days ?? 0;
}
