import { encodeExact } from "../number/exact-string.js";
import { compare, larger, ratio, subtract, sum, ZERO, type Ratio } from "../number/ratio.js";
import type { Format } from "../format/format.js";
import { belowLuck } from "../number/holm.js";
import { lowerTail } from "../number/poisson-binomial.js";
import { nearestNumber } from "../number/nearest-number.js";
import { sayPersonalSum } from "../words/personal.js";
import type { PersonalSum } from "./personal-answer.js";
import type { PersonalStanding } from "./personal-standing.js";
import { commonCounts, luckAt, type Step } from "./personal-rates.js";
import type { PersonRecords } from "./personal-record.js";

/** What is compared: everybody's records, also beside their teams, what the plan needs in a week, and the steps of its funnel. */
interface Comparison {
  readonly records: readonly PersonRecords[];
  readonly standings: readonly PersonalStanding[];
  readonly needs: ReadonlyMap<string, number>;
  readonly steps: readonly Step[];
}

/** How what all people do of one thing compares with what the plan needs of it in a week; undefined where nobody does it. */
export function buildPersonalSum(
  comparison: Comparison,
  name: string,
  format: Format,
): PersonalSum | undefined {
  const numbers = comparison.standings.filter(({ record }) => record.name === name);
  if (numbers.length === 0) return undefined;
  const baseline = sum(numbers.map(({ record }) => record.baseline));
  const next = sum(
    numbers.map(({ record }) => (record.next === null ? record.baseline : ratio(record.next))),
  );
  const atLeast = (level: "teamMedian" | "teamBest") =>
    encodeExact(sum(numbers.map((each) => larger(each.record.baseline, each[level]))));
  const needed = comparison.needs.get(name);
  const status = statusOf(baseline, next, needed);
  const short = needed === undefined ? ZERO : larger(ZERO, subtract(ratio(needed), next));
  const data = {
    name,
    people: numbers.length,
    needed: needed ?? null,
    baseline: encodeExact(baseline),
    next: encodeExact(next),
    atMedian: atLeast("teamMedian"),
    atBest: atLeast("teamBest"),
    status,
    short: encodeExact(short),
    ...(status === "met" || status === "unknown" ? NO_CAUSE : causeFor(comparison, name)),
  };
  return { ...data, text: sayPersonalSum(data, format) };
}

function statusOf(baseline: Ratio, next: Ratio, needed: number | undefined): PersonalSum["status"] {
  if (needed === undefined) return "unknown";
  if (compare(baseline, ratio(needed)) >= 0) return "met";
  return compare(next, ratio(needed)) >= 0 ? "met by next steps" : "short";
}

type Cause = Pick<PersonalSum, "reasons" | "step">;

const NO_CAUSE: Cause = { reasons: [], step: null };

/** Short in activity where too little comes before it, in conversion where less of it goes on than the plan counts on. */
function causeFor({ records, standings, needs, steps }: Comparison, name: string): Cause {
  const step = steps.find(({ to }) => to === name);
  const actual = step === undefined ? undefined : commonCounts(step, records)?.rate;
  if (step === undefined || actual === undefined) return { reasons: ["activity"], step: null };
  const before = standings.filter(({ record }) => record.name === step.stage);
  const needed = needs.get(step.stage);
  const fewBefore =
    needed !== undefined && compare(sum(before.map(({ record }) => record.baseline)), ratio(needed)) < 0;
  const isBelow = compare(actual, step.rate) < 0;
  const isShort = isBelow && isMoreThanLuck(step, steps, records);
  return {
    reasons: isShort ? (fewBefore ? ["activity", "conversion"] : ["conversion"]) : ["activity"],
    step: {
      stage: step.stage,
      rate: encodeExact(actual),
      planned: encodeExact(step.rate),
      comparison: isShort ? "below" : isBelow ? "within luck" : "as planned",
      fewBefore,
    },
  };
}

/** Whether all people together pass on too few for luck at the plan's rate; over all stages at once, at 5%. */
function isMoreThanLuck(step: Step, steps: readonly Step[], records: readonly PersonRecords[]): boolean {
  const below = belowLuck(
    steps.map((each) => luckOfStep(each, records)),
    0.05,
  );
  return below[steps.indexOf(step)] === true;
}

function luckOfStep(step: Step, records: readonly PersonRecords[]): number | null {
  const counts = commonCounts(step, records);
  if (counts === undefined) return null;
  const { origin } = step;
  if (origin.kind === "sample" && origin.won.den === 1 && origin.of.den === 1) return luckAt(counts, origin);
  const { entered, passed } = counts;
  if (entered.den !== 1 || passed.den !== 1 || compare(passed, entered) > 0) return null;
  const cases = [{ count: Number(entered.num), chance: nearestNumber(step.rate) }];
  return lowerTail(cases, Number(passed.num)) ?? null;
}
