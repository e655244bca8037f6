import { encodeExact } from "../number/exact-string.js";
import { compare, divide, isZero, ratio, sum, type Ratio } from "../number/ratio.js";
import { median } from "../number/median.js";
import type { PersonalRate } from "./personal-answer.js";
import { recentWeeks, type PersonRecords } from "./personal-record.js";

/** Fewer units than this say too little about a rate. */
const ENOUGH_UNITS = ratio(30);

/** A stage and what follows it. */
export interface Step {
  readonly stage: string;
  readonly to: string;
  /** What the plan counts on. */
  readonly rate: Ratio;
}

interface Converted {
  readonly person: PersonRecords;
  readonly entered: Ratio;
  readonly passed: Ratio;
  readonly rate: Ratio;
  readonly small: boolean;
}

/** What share of each person's units went on from a stage; only of people who counted both ends of the step. */
function convertedAt(step: Step, people: readonly PersonRecords[]): Converted[] {
  return people.flatMap((person): Converted[] => {
    const entered = recentWeeks(person, step.stage);
    const passed = recentWeeks(person, step.to);
    if (isZero(entered) || !person.records.has(step.to)) return [];
    const small = person.small || compare(entered, ENOUGH_UNITS) < 0;
    return [{ person, entered, passed, rate: divide(passed, entered), small }];
  });
}

/** One person's rates beside the median and the best of the same team. */
export function computePersonalRates(
  steps: readonly Step[],
  person: PersonRecords,
  team: readonly PersonRecords[],
): PersonalRate[] {
  return steps.flatMap((step): PersonalRate[] => {
    const all = convertedAt(step, team);
    const own = all.find((each) => each.person === person);
    if (own === undefined) return [];
    const enough = all.filter(({ small }) => !small).map(({ rate }) => rate);
    const best = [...enough].sort(compare).at(-1);
    return [
      {
        stage: step.stage,
        to: step.to,
        entered: encodeExact(own.entered),
        passed: encodeExact(own.passed),
        rate: encodeExact(own.rate),
        small: own.small,
        teamMedian: enough.length === 0 ? null : encodeExact(median(enough)),
        teamBest: best === undefined ? null : encodeExact(best),
      },
    ];
  });
}

/** The rate of all people together; undefined where nobody counted both ends. */
export function commonRate(step: Step, people: readonly PersonRecords[]): Ratio | undefined {
  const all = convertedAt(step, people);
  if (all.length === 0) return undefined;
  return divide(sum(all.map(({ passed }) => passed)), sum(all.map(({ entered }) => entered)));
}
