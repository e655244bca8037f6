import { encodeExact } from "../number/exact-string.js";
import { median } from "../number/median.js";
import { larger, type Ratio } from "../number/ratio.js";
import type { PersonalNumber } from "./personal-answer.js";
import type { PersonalRecord, PersonRecords } from "./personal-record.js";

/** What one person did of one thing, beside the same team. */
export interface PersonalStanding {
  readonly record: PersonalRecord;
  /** The median of the team's baselines. */
  readonly teamMedian: Ratio;
  /** The greatest of them. */
  readonly teamBest: Ratio;
}

/** What one person did, each thing beside the baselines of the same team. */
export function standingsOf(person: PersonRecords, team: readonly PersonRecords[]): PersonalStanding[] {
  return [...person.records.values()].map((record) => {
    const baselines = team.flatMap(({ records }) => records.get(record.name)?.baseline ?? []);
    const teamBest = baselines.reduce(larger, record.baseline);
    return { record, teamMedian: median(baselines), teamBest };
  });
}

/** The same as the answer carries it. */
export function numberAnswer({ record, teamMedian, teamBest }: PersonalStanding): PersonalNumber {
  const { name, baseline, best, bestFrom, next, limited } = record;
  return {
    name,
    baseline: encodeExact(baseline),
    best: best === undefined ? null : encodeExact(best),
    bestFrom,
    next,
    limited,
    teamMedian: encodeExact(teamMedian),
    teamBest: encodeExact(teamBest),
  };
}
