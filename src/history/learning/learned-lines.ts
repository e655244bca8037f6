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
  return [...stages.flatMap(stageLines), ...overallLines(learned, stages), ...values];
}

function stageLines({
  stage,
  entered,
  wentOn,
  lost,
  open,
  maybeLost,
  naive,
  corrected,
  bounds,
  lag,
  unknown,
}: LearnedStage): string[] {
  const gaps = unknown.map((sentence) => `  ${sentence}`);
  if (entered === 0 && maybeLost === 0) return [`${stage}: no deal entered`, ...gaps];
  const counts = `${wentOn} went on, ${lost} lost, ${open} open`;
  if (bounds !== null) {
    const range = `between ${percent(bounds.low)} and ${percent(bounds.high)}`;
    return [
      `${stage}: ${counts}, ${maybeLost} lost in a stage that is not known; rate not known, ${range}`,
      ...gaps,
    ];
  }
  if (naive === null || corrected === null) return [`${stage}: ${counts}; rate not known`, ...gaps];
  const { rate, low, high } = corrected;
  const interval =
    low === null || high === null ? "at least, no interval" : `${percent(low)} to ${percent(high)}`;
  const half = lag === null ? "" : `; half within ${medianDays(lag)} days`;
  const rates = `naive ${percent(naive)}, corrected ${percent(rate)} (${interval})`;
  return [`${stage}: ${wentOn} of ${entered} went on, ${lost} lost, ${open} open; ${rates}${half}`, ...gaps];
}

/** The rate over all stages, where not each of them has its own. */
function overallLines({ overall }: Learned, stages: readonly LearnedStage[]): string[] {
  if (!stages.some(({ bounds }) => bounds !== null)) return [];
  if (overall === null)
    return [
      "All stages: deals are still open that were watched for less than the slowest took, or longer: the rate over all is not known",
    ];
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
