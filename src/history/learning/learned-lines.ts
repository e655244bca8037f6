import { toNumber, type ExactString } from "../../number/exact-string.js";
import type { Learned, LearnedStage } from "./learned.js";

/**
 * What was learned, in lines for people: of each stage the counts, the naive and the corrected rate with its 90% interval,
 * how long going on takes, and what is not known; then what wins were worth.
 *
 * @example
 * ```ts
 * const csv = "id,stage,on\n1,demo,2026-01-05\n1,won,2026-01-12\n2,demo,2026-01-06\n2,lost,2026-01-20\n";
 * const { journeys } = fromCsv(csv, { funnel: ["demo"], columns: { id: "id", stage: "stage", on: "on" } });
 * learnedLines(learn(journeys, { stages: ["demo"], asOf: "2026-02-01" }))[0];
 * // => "demo: 1 of 2 went on, 1 lost, 0 open; naive 50.0%, corrected 50.0% (12.1% to 87.9%); half within 7 days"
 * ```
 */
export function learnedLines(learned: Learned): readonly string[] {
  const stages = Object.values(learned.stages).filter((stage) => stage !== undefined);
  const values = learned.values.map(({ currency, count, mean, median }) => {
    const unit = currency === null ? "" : ` ${currency}`;
    return `${count} wins with a value: mean ${toNumber(mean).toFixed(2)}${unit}, median ${toNumber(median).toFixed(2)}${unit}`;
  });
  return [
    ...stages.flatMap(stageLines),
    ...overallLines(learned, stages),
    ...spreadLines(learned),
    ...values,
  ];
}

function spreadLines({ spread }: Learned): string[] {
  if (spread === null) return [];
  const { month, months, wins } = spread;
  return [
    `Months differ by ${percent(month).replace(".0", "")} beyond luck, as ${months} months with ${wins} wins tell`,
  ];
}

function stageLines(learned: LearnedStage): string[] {
  const { stage, entered, wentOn, lost, open, maybeLost, maybeOpen, bounds } = learned;
  const gaps = learned.unknown.map((sentence) => `  ${sentence}`);
  if (entered === 0 && maybeLost + maybeOpen === 0) return [`${stage}: no deal entered`, ...gaps];
  const counts = [
    `${wentOn} ${learned.corrected === null ? "" : `of ${entered} `}went on`,
    `${lost} lost`,
    `${open} open`,
    ...(maybeLost > 0 ? [`${maybeLost} lost in a stage that is not known`] : []),
    ...(maybeOpen > 0 ? [`${maybeOpen} open in a stage that is not known`] : []),
  ].join(", ");
  const range = bounds === null ? "" : `, between ${percent(bounds.low)} and ${percent(bounds.high)}`;
  return [`${stage}: ${counts}; ${rateText(learned) ?? `rate not known${range}`}`, ...gaps];
}

function rateText({ naive, corrected, mature, moved, lag }: LearnedStage): string | undefined {
  if (naive === null || corrected === null) return undefined;
  const { rate, low, high } = corrected;
  const interval = low === null || high === null ? "no interval" : `${percent(low)} to ${percent(high)}`;
  const half = lag === null ? "" : `; half within ${medianDays(lag)} days`;
  const found = `naive ${percent(naive)}, corrected ${percent(rate)} (${interval})`;
  if (moved !== null) return `${found}, which moves${half}`;
  return mature ? `${found}${half}` : `naive ${percent(naive)}, not settled (${interval})${half}`;
}

/** The rate over all stages, where not each of them has its own. */
function overallLines({ overall, observedFrom }: Learned, stages: readonly LearnedStage[]): string[] {
  if (!stages.some(({ bounds }) => bounds !== null)) return [];
  if (overall === null) {
    const why =
      observedFrom === null
        ? "deals are still open that were watched for less than the slowest took, or longer"
        : `what ended before ${observedFrom} was not recorded`;
    return [`All stages: ${why}, so the rate over all is not known`];
  }
  const { rate, low, high, won, of } = overall;
  const interval = low === null || high === null ? "" : ` (${percent(low)} to ${percent(high)})`;
  return [`All stages together: ${won} of ${of} won, ${percent(rate)}${interval}`];
}

function percent(rate: ExactString): string {
  return `${(toNumber(rate) * 100).toFixed(1)}%`;
}

function medianDays(lag: NonNullable<LearnedStage["lag"]>): number {
  let seen = 0;
  return lag.find(({ share }) => (seen += toNumber(share)) >= 0.5 - 1e-9)?.days ?? 0;
}
