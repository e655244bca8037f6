import { encodeExact } from "../number/exact-string.js";
import { compare, larger, ratio, subtract, sum, ZERO, type Ratio } from "../number/ratio.js";
import { showRate, showRatio } from "../model/display.js";
import { parseQuantity } from "../schema/quantity.js";
import type { PersonalSum, PersonTargets } from "./personal-answer.js";
import type { PersonRecords } from "./personal-record.js";
import { belowLuck } from "../number/holm.js";
import { lowerTail } from "../number/poisson-binomial.js";
import { nearestNumber } from "../number/nearest-number.js";
import { commonCounts, luckAt, type Step } from "./personal-rates.js";

/** What is compared: everybody's records and targets, what the plan needs in a week, and the steps of its funnel. */
export interface Comparison {
  readonly records: readonly PersonRecords[];
  readonly targets: readonly PersonTargets[];
  readonly needs: ReadonlyMap<string, number>;
  readonly steps: readonly Step[];
}

/** How what all people do of one thing compares with what the plan needs of it in a week. */
export function buildPersonalSum(comparison: Comparison, name: string): PersonalSum | undefined {
  const numbers = comparison.targets.flatMap(({ numbers: own }) => own.filter((each) => each.name === name));
  if (numbers.length === 0) return undefined;
  const baseline = sum(numbers.map((each) => parseQuantity(each.baseline)));
  const next = sum(
    numbers.map((each) => (each.next === null ? parseQuantity(each.baseline) : ratio(each.next))),
  );
  const atLeast = (level: "teamMedian" | "teamBest") =>
    encodeExact(sum(numbers.map((each) => larger(parseQuantity(each.baseline), parseQuantity(each[level])))));
  const needed = comparison.needs.get(name);
  const status = statusOf(baseline, next, needed);
  const short = needed === undefined ? ZERO : larger(ZERO, subtract(ratio(needed), next));
  const why = status === "met" || status === "unknown" ? NO_REASON : reasonFor(comparison, name);
  return {
    name,
    people: numbers.length,
    needed: needed ?? null,
    baseline: encodeExact(baseline),
    next: encodeExact(next),
    atMedian: atLeast("teamMedian"),
    atBest: atLeast("teamBest"),
    status,
    short: encodeExact(short),
    reasons: why.reasons,
    text: `${sentenceOf(name, status, baseline, next, needed)}${why.text}`,
  };
}

function statusOf(baseline: Ratio, next: Ratio, needed: number | undefined): PersonalSum["status"] {
  if (needed === undefined) return "unknown";
  if (compare(baseline, ratio(needed)) >= 0) return "met";
  return compare(next, ratio(needed)) >= 0 ? "met by next steps" : "short";
}

function sentenceOf(
  name: string,
  status: PersonalSum["status"],
  baseline: Ratio,
  next: Ratio,
  needed: number | undefined,
): string {
  const now = `"${name}": ${showRatio(baseline)} a week now`;
  if (needed === undefined) return `${now}; the plan does not say how many it needs.`;
  const need = `${showRatio(ratio(needed))} are needed`;
  if (status === "met") return `${now}, ${need}: enough.`;
  if (status === "met by next steps")
    return `${now}, ${need}; with every next step it is ${showRatio(next)}: enough.`;
  return `${now}, ${need}; with every next step it is ${showRatio(next)}: ${showRatio(subtract(ratio(needed), next))} short.`;
}

interface Why {
  readonly reasons: PersonalSum["reasons"];
  readonly text: string;
}

const NO_REASON: Why = { reasons: [], text: "" };
const ACTIVITY: Why = { reasons: ["activity"], text: " What is short is the activity itself." };

/** Short in activity where too little comes before it, in conversion where less of it goes on than the plan counts on. */
function reasonFor({ records, targets, needs, steps }: Comparison, name: string): Why {
  const step = steps.find(({ to }) => to === name);
  const actual = step === undefined ? undefined : commonCounts(step, records)?.rate;
  if (step === undefined || actual === undefined) return ACTIVITY;
  const before = sum(
    targets.flatMap(({ numbers }) =>
      numbers.filter((each) => each.name === step.stage).map((each) => parseQuantity(each.baseline)),
    ),
  );
  const isFewBefore = compare(before, ratio(needs.get(step.stage) ?? 0)) < 0;
  const isLow = compare(actual, step.rate) < 0 && isMoreThanLuck(step, steps, records);
  const rates = `${showRate(actual)} of "${step.stage}" go on, the plan counts on ${showRate(step.rate)}`;
  if (isLow && isFewBefore)
    return {
      reasons: ["activity", "conversion"],
      text: ` Both are short: too few "${step.stage}", and ${rates}.`,
    };
  if (isLow) return { reasons: ["conversion"], text: ` What is short is conversion: ${rates}.` };
  const luck = compare(actual, step.rate) < 0 ? ", which is within luck" : "";
  return {
    reasons: ["activity"],
    text: isFewBefore
      ? ` What is short is activity: too few "${step.stage}" come before it; ${rates}${luck}.`
      : ` ${rates[0]?.toUpperCase() ?? ""}${rates.slice(1)}${luck}.`,
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
  const { sample } = step;
  if (sample !== undefined) return luckAt(counts, { won: ratio(sample.won), of: ratio(sample.of) });
  const { entered, passed } = counts;
  if (entered.den !== 1 || passed.den !== 1 || compare(passed, entered) > 0) return null;
  const cases = [{ count: Number(entered.num), chance: nearestNumber(step.rate) }];
  return lowerTail(cases, Number(passed.num)) ?? null;
}
