import { parsePlan } from "../../src/plan/parse.js";
import { solve } from "../../src/solve/solve.js";
import { seededRandom } from "./journey-simulator.js";
import { chanceOfWork, type Work } from "./chance.js";
import type { PlainPlan, PlainStage } from "./plain-plan.js";
import { type Rational, whole, ZERO } from "./rational.js";
import { withSharedRates } from "./same-as.js";
import { oracleSolve } from "./solve.js";
import { volumesOf } from "./volumes.js";
import { readNumber } from "./written.js";

/** What differs between the library's chance of a plan and the oracle's, in sentences; and how far apart they are at most. */
export interface ChanceAgreement {
  readonly plan: PlainPlan;
  readonly differences: readonly string[];
  /** Between two chances of plans in which nothing is uncertain but luck; null for others. */
  readonly exactlyOff: number | null;
}

/** Sums of products of doubles: some hundred roundings of 1e-16. */
const EXACT = 1e-12;

/** What the oracle's grid of factors misses where one lifts a chance to 1: step² ÷ 8 of the change of slope, with steps of 0.01. */
const OFF_GRID = 2e-5;

/**
 * A small plan drawn from a seed, its chance by the library and by the oracle, and, where it asks for a chance, whether its work
 * reaches it and no smaller margin does.
 */
export function compareChance(seed: number): ChanceAgreement {
  const written = smallPlan(seed);
  const plan = withSharedRates(written);
  const { chance: asked, ...goal } = written.goal;
  const without = { ...written, goal };
  const differences: string[] = [];
  const answer = solve(parsePlan(written));
  const plain = solve(parsePlan(without));
  if (answer.targets === null || plain.targets === null) throw new Error("small plans have targets");
  const [work, expected] = [workOf(plan, answer.targets.path), workOf(plan, plain.targets.path)];
  const { reached, error } = answer.targets.chance ?? {};
  const oracle = chanceOfWork(plan, work, expected);
  const isKnown = isOnlyLuck(written);
  const grid = plan.spread === undefined ? 0 : OFF_GRID;
  const allowed = isKnown ? EXACT : (error ?? 0) + grid + EXACT;
  if (typeof reached !== "number" || !(Math.abs(reached - oracle) <= allowed))
    differences.push(`reached ${String(reached)}, the oracle's ${oracle}, allowed ${allowed}`);
  if (asked !== undefined) {
    const item = answer.targets.bridge.find((each) => each.item === "chance");
    const margin = item === undefined ? ZERO : readNumber(item.wins);
    const to = oracleSolve(without, { days: false }).exactWins.plus(margin);
    const printed = totalsFor(plan, to);
    for (const [stage, total] of printed)
      if (work.get(stage) !== total)
        differences.push(`${stage}: printed ${String(work.get(stage))}, ${total} by the margin`);
    const wanted = Number(readNumber(asked).numerator) / Number(readNumber(asked).denominator);
    if (oracle < wanted - allowed) differences.push(`${oracle} does not reach ${wanted}`);
    if (margin.compare(ZERO) > 0) {
      const less = chanceOfWork(plan, stepBelow(plan, to), expected);
      if (less >= wanted + allowed) differences.push(`a smaller margin reaches ${less}`);
    }
  }
  return { plan: written, differences, exactlyOff: isKnown ? Math.abs((reached ?? NaN) - oracle) : null };
}

interface Row {
  readonly stage: string;
  readonly total: number;
}

/** New work is what enters at the sources. */
function workOf({ funnel }: PlainPlan, path: readonly Row[]): Work {
  const sources = sourcesOf(funnel);
  return new Map(
    path.filter(({ stage }) => sources.includes(stage)).map(({ stage, total }) => [stage, total]),
  );
}

function sourcesOf(funnel: readonly PlainStage[]): string[] {
  const [first, ...rest] = funnel;
  if (first === undefined) return [];
  const fed = [first, ...rest].flatMap(({ sources = [] }) =>
    sources.flatMap((source) => sourcesOf(source.funnel)),
  );
  return first.sources === undefined ? [first.stage, ...fed] : fed;
}

/** What so many wins ask of each source, in whole units: less what is in the stages already. */
function totalsFor(plan: PlainPlan, wins: Rational): Work {
  return new Map([...needsFor(plan, wins)].map(([stage, need]) => [stage, Number(need.ceiling())]));
}

function needsFor(plan: PlainPlan, wins: Rational): ReadonlyMap<string, Rational> {
  const left = wins.minus(winsUnderWay(plan));
  const sources = sourcesOf(plan.funnel);
  const round = (volume: Rational): Rational =>
    plan.rounding === "cascade" ? whole(volume.ceiling()) : volume;
  const volumes = volumesOf(plan.funnel, left.compare(ZERO) > 0 ? left : ZERO, null, round);
  return new Map(
    volumes
      .filter(({ stage }) => sources.includes(stage.stage))
      .map(({ stage, units }) => [stage.stage, units]),
  );
}

function winsUnderWay({ funnel, pipeline = {} }: PlainPlan): Rational {
  let wins = ZERO;
  let share = whole(1);
  for (const stage of [...funnel].reverse()) {
    const leaving = volumesOf([stage], whole(1), null, (volume) => volume)[0]?.units;
    share = share.over(
      volumesOf([{ ...stage, sources: [] }], whole(1), null, (volume) => volume)[0]?.units ?? whole(1),
    );
    if (leaving === undefined) throw new Error("a stage has a volume");
    const open = pipeline[stage.stage] ?? 0;
    wins = wins.plus(whole(typeof open === "number" ? open : open.length).times(share));
  }
  return wins;
}

/** The most work that a smaller margin asks for. Under `cascade` margins go by whole wins. */
function stepBelow(plan: PlainPlan, wins: Rational): Work {
  if (plan.rounding === "cascade") return totalsFor(plan, whole(wins.ceiling() - 1n));
  const [needs, one] = [needsFor(plan, wins), needsFor({ ...plan, pipeline: {} }, whole(1))];
  const below = [...needs].map(([stage, need]) => {
    const units = whole(need.ceiling() - 1n);
    return units.over(one.get(stage) ?? whole(1));
  });
  const most = below.reduce((high, each) => (each.compare(high) > 0 ? each : high), ZERO);
  return totalsFor(plan, most.plus(winsUnderWay(plan)));
}

/** Rates, losses and values are numbers: then both chances are sums of products of the same numbers. */
function isOnlyLuck({ spread, deal, funnel }: PlainPlan): boolean {
  return (
    spread === undefined &&
    typeof (deal?.value ?? 0) !== "object" &&
    !JSON.stringify(funnel).includes('"won"') &&
    !JSON.stringify(funnel).includes('"low"')
  );
}

/** One to three stages, channels now and then, and every way of writing what is uncertain. The same for the same seed. */
export function smallPlan(seed: number): PlainPlan {
  const random = seededRandom(seed);
  const number = (low: number, high: number): number => low + Math.floor(random() * (high - low + 1));
  const isOneOf = (cases: number): boolean => number(1, cases) === 1;
  const stages = number(1, 3);
  const isSpread = isOneOf(4);
  let uncertain = 0;
  const rate = (): PlainStage["rate"] => {
    const percent = stages === 3 ? number(45, 90) : number(35, 75);
    if ((isSpread && uncertain > 0) || isOneOf(2)) return `${percent}%`;
    uncertain += 1;
    const of = number(5, 60);
    return isOneOf(3)
      ? { rate: `${percent}%`, low: `${percent - number(5, 20)}%`, high: `${percent + number(2, 9)}%` }
      : { won: Math.max(1, Math.round((percent * of) / 100)), of };
  };
  const hasChannels = isOneOf(3);
  const shares = isOneOf(4) && !isSpread && stages > 1;
  const funnel = Array.from({ length: stages }, (_, index) => ({
    stage: `stage ${index}`,
    ...(shares && index === stages - 1 ? { sameAs: "stage 0" } : { rate: rate() }),
    ...(hasChannels && index === 0
      ? {
          sources: [
            { channel: "one", share: `${number(2, 8) * 10}%`, funnel: [{ stage: "first", rate: rate() }] },
            { channel: "two", rest: true as const, funnel: [{ stage: "second", rate: "60%" }] },
          ],
        }
      : {}),
  }));
  const cascade = isOneOf(4);
  const last = `stage ${stages - 1}`;
  const { metric, amount, ...more } = wanted(number);
  return {
    goal: {
      ...{ metric, amount },
      period: { workingDays: 20 },
      ...(isOneOf(2) ? { chance: `${number(50, 95)}%` } : {}),
    },
    ...more,
    ...(isSpread ? { spread: `${number(5, 40)}%` } : {}),
    ...(cascade ? { rounding: "cascade" } : {}),
    ...(!cascade && isOneOf(4) ? { pipeline: { [last]: number(1, 3) } } : {}),
    funnel,
  } as unknown as PlainPlan;
}

type Wanted = Pick<PlainPlan["goal"], "metric" | "amount"> & Pick<PlainPlan, "base" | "churn" | "deal">;

/** A goal of few wins, with each way of writing what wins are worth and what is lost. */
function wanted(number: (low: number, high: number) => number): Wanted {
  const few = number(1, 3);
  const value = number(2, 9) * 100;
  const customers = { metric: "net-new-customers", amount: few, base: { customers: number(20, 60) } };
  const revenue = { metric: "revenue", amount: few * value };
  switch (number(0, 6)) {
    case 0:
      return { ...customers, churn: { rate: `${number(1, 5)}%`, per: "period" } };
    case 1:
      return { ...customers, churn: { customers: { expected: number(1, 4) / 2 } } };
    case 2:
      return { ...customers, churn: { customers: number(0, 2) } };
    case 3:
      return { ...revenue, deal: { value } };
    case 4:
      return { ...revenue, deal: { value: [value, 2 * value, Math.round(value / 2)] } };
    case 5:
      return { ...revenue, deal: { value: { mean: value, sd: number(2, 9) * 50 } } };
    default:
      return { metric: "customers", amount: few };
  }
}
