import type { PlainPlan, PlainStage } from "./plain-plan.js";
import { allStages } from "./same-as.js";
import { notEnoughOf } from "./enough.js";
import { readNumber, readRate, type WrittenRate } from "./written.js";

/** Whole units of new work by the name of their stage. */
export type Work = ReadonlyMap<string, number>;

/**
 * The chance of a small plan without dates, by going through everything that can happen: at each stage any number of the units
 * that came may go on. What a sample says of a rate is a Beta, so that the chance of each outcome is a ratio of rising
 * factorials; a rate that two stages have is uncertain once, so its successes and failures are kept until the end. No quadrature
 * and no state of chances: nothing of the library's way. Only a spread is integrated, on a fine grid.
 *
 * @param plan with the rates of `sameAs` filled in
 * @param expected the work without a margin: it says which rates the expected wins hang on
 */
export function chanceOfWork(plan: PlainPlan, work: Work, expected: Work): number {
  const wins =
    plan.spread === undefined
      ? enumeratedWins(plan, work, ratesOf(plan, expected))
      : spreadWins(plan, work, ratesOf(plan, expected));
  const notEnough = notEnoughOf(plan);
  return 1 - wins.reduce((sum, chance, count) => sum + (chance === 0 ? 0 : chance * notEnough(count)), 0);
}

/** What is known of a rate: a number, or a Beta's parameters. */
type Known = { readonly p: number } | { readonly a: number; readonly b: number };

/** By the name of the stage that the rate is written at. */
type Rates = ReadonlyMap<string, Known>;

/**
 * Jeffreys' Beta(won + ½, of − won + ½) of each sample, moved by ((1 − part) ÷ 2) · won ÷ (won + 1) where several samples
 * stand in the way of the wins; part is the sample's share of Σ (wins through it)² · (lost + ½) ÷ (won + ½) ÷ (of + 1).
 */
function ratesOf(plan: PlainPlan, expected: Work): Rates {
  const { funnel } = plan;
  const stages = allStages(funnel);
  const through = new Map<string, number>();
  const pass = (list: readonly PlainStage[], share: number): number => {
    // From the win back: what a unit that leaves the list is worth in wins.
    let [worth, wins] = [share, 0];
    const passed: string[] = [];
    for (const stage of [...list].reverse()) {
      worth *= toNumber(stage.rate);
      passed.push(stage.sameAs ?? stage.stage);
      const here = inStage(plan, expected, stage) * worth;
      const before = (stage.sources ?? []).map(({ funnel: feeder }) => pass(feeder, worth));
      const came = before.reduce((sum, each) => sum + each, here);
      for (const name of passed) through.set(name, (through.get(name) ?? 0) + came);
      wins += came;
    }
    return wins;
  };
  pass(funnel, 1);
  const samples = stages.flatMap(({ stage, sameAs, rate }) => {
    const sample = sameAs === undefined ? sampleOf(rate) : undefined;
    if (sample === undefined) return [];
    const { won, of } = sample;
    const weight = ((through.get(stage) ?? 0) ** 2 * (of - won + 0.5)) / (won + 0.5) / (of + 1);
    return [{ stage, won, of, weight }];
  });
  const all = samples.reduce((sum, { weight }) => sum + weight, 0);
  const betas = new Map<string, Known>(
    samples.map(({ stage, won, of, weight }) => {
      const moved = all > 0 ? ((1 - weight / all) / 2) * (won / (won + 1)) : 0;
      return [stage, { a: won + 0.5 + moved, b: of - won + 0.5 - moved }];
    }),
  );
  return new Map(
    stages.map(({ stage, sameAs, rate }) => [stage, betas.get(sameAs ?? stage) ?? { p: toNumber(rate) }]),
  );
}

/** The ends of a 90% range of a normal. */
const NINETY = 1.6448536269514722;

/** The sample behind a rate; that of a range is the smaller one whose interval by Wilson's formula has such an end. */
function sampleOf(rate: WrittenRate): { readonly won: number; readonly of: number } | undefined {
  if (typeof rate !== "object") return undefined;
  if ("won" in rate) return { won: toNumber(rate.won), of: toNumber(rate.of) };
  if (!("low" in rate)) return undefined;
  const middle = toNumber(rate.rate);
  const sizes = [toNumber(rate.low), toNumber(rate.high)].map((end) =>
    end === middle ? Infinity : (NINETY ** 2 * end * (1 - end)) / (middle - end) ** 2,
  );
  const of = Math.min(...sizes);
  return of === Infinity ? undefined : { won: middle * of, of };
}

function toNumber(written: WrittenRate): number {
  const { numerator, denominator } = typeof written === "object" ? readRate(written) : readNumber(written);
  return Number(numerator) / Number(denominator);
}

/** So many units, with so many successes and failures of each shared rate behind them. */
interface Outcome {
  readonly units: number;
  readonly seen: readonly (readonly [passed: number, failed: number])[];
  readonly weight: number;
}

function enumeratedWins(plan: PlainPlan, work: Work, rates: Rates): readonly number[] {
  const shared = [
    ...new Set(allStages(plan.funnel).flatMap(({ sameAs }) => (sameAs === undefined ? [] : [sameAs]))),
  ].filter((name) => "a" in known(rates, name));
  const none = shared.map(() => [0, 0] as const);
  const arriving = (list: readonly PlainStage[]): readonly Outcome[] => {
    let here: readonly Outcome[] = [{ units: 0, seen: none, weight: 1 }];
    for (const stage of list) {
      const fresh: Outcome = { units: inStage(plan, work, stage), seen: none, weight: 1 };
      here = joined(here, [fresh]);
      for (const source of stage.sources ?? []) here = joined(here, arriving(source.funnel));
      const place = shared.indexOf(stage.sameAs ?? stage.stage);
      here = together(here.flatMap((outcome) => goingOn(outcome, known(rates, stage.stage), place)));
    }
    return here;
  };
  const wins: number[] = [];
  for (const { units, seen, weight } of arriving(plan.funnel)) {
    const chance = seen.reduce((product, [passed, failed], place) => {
      const rate = known(rates, shared[place] ?? "");
      return "a" in rate ? product * betaChance(rate, passed, failed) : product;
    }, weight);
    wins[units] = (wins[units] ?? 0) + chance;
  }
  return Array.from(wins, (chance) => chance);
}

function known(rates: Rates, stage: string): Known {
  const rate = rates.get(stage);
  if (rate === undefined) throw new RangeError(`no rate of "${stage}"`);
  return rate;
}

/** New work, and what is in the stage already: without dates both go on alike. */
function inStage({ pipeline }: PlainPlan, work: Work, { stage }: PlainStage): number {
  const open = pipeline?.[stage] ?? 0;
  return (work.get(stage) ?? 0) + (typeof open === "number" ? open : open.length);
}

function goingOn({ units, seen, weight }: Outcome, rate: Known, place: number): Outcome[] {
  return Array.from({ length: units + 1 }, (_, passed): Outcome => {
    const failed = units - passed;
    const ways = weight * choose(units, passed);
    if ("p" in rate) return { units: passed, seen, weight: ways * rate.p ** passed * (1 - rate.p) ** failed };
    if (place < 0) return { units: passed, seen, weight: ways * betaChance(rate, passed, failed) };
    const more = seen.map(([one, other], at) =>
      at === place ? ([one + passed, other + failed] as const) : ([one, other] as const),
    );
    return { units: passed, seen: more, weight: ways };
  });
}

function joined(some: readonly Outcome[], others: readonly Outcome[]): readonly Outcome[] {
  return together(
    some.flatMap((one) =>
      others.map((other) => ({
        units: one.units + other.units,
        seen: one.seen.map(([passed, failed], at): readonly [number, number] => {
          const [more, fewer] = other.seen[at] ?? [0, 0];
          return [passed + more, failed + fewer];
        }),
        weight: one.weight * other.weight,
      })),
    ),
  );
}

function together(outcomes: readonly Outcome[]): readonly Outcome[] {
  const found = new Map<string, Outcome>();
  for (const outcome of outcomes) {
    const key = `${outcome.units} ${outcome.seen.join()}`;
    found.set(key, { ...outcome, weight: outcome.weight + (found.get(key)?.weight ?? 0) });
  }
  return [...found.values()];
}

/** E(p^passed · (1 − p)^failed) of a Beta: rising factorials. */
function betaChance(
  { a, b }: { readonly a: number; readonly b: number },
  passed: number,
  failed: number,
): number {
  let chance = 1;
  for (let unit = 0; unit < passed; unit += 1) chance *= (a + unit) / (a + b + unit);
  for (let unit = 0; unit < failed; unit += 1) chance *= (b + unit) / (a + b + passed + unit);
  return chance;
}

function choose(of: number, some: number): number {
  let ways = 1;
  for (let one = 1; one <= some; one += 1) ways = (ways * (of - some + one)) / one;
  return ways;
}

const GRID = 600;

/**
 * Wins where the product of all rates is moved by a factor, at most to 1: a Gamma with mean 1, on a grid of equal steps up to
 * where nothing is left. One rate at most may be uncertain; it is put at sin² of an angle, where the density has no corners.
 */
function spreadWins(plan: PlainPlan, work: Work, rates: Rates): readonly number[] {
  const deviation = toNumber(plan.spread ?? 0);
  const shape = 1 / deviation ** 2;
  const factors = weighed(GRID, (at) => {
    const factor = ((at + 0.5) / GRID) * (1 + 12 * deviation);
    return [factor, (shape - 1) * Math.log(factor) - shape * factor];
  });
  const uncertain = [...new Set(allStages(plan.funnel).map(({ stage, sameAs }) => sameAs ?? stage))].filter(
    (name) => "a" in known(rates, name),
  );
  if (uncertain.length > 1) throw new RangeError("the oracle spreads one uncertain rate at most");
  const [name] = uncertain;
  const beta = name === undefined ? { p: 1 } : known(rates, name);
  const places =
    "p" in beta
      ? [{ value: 1, weight: 1 }]
      : weighed(GRID / 10, (at) => {
          const angle = ((at + 0.5) / (GRID / 10)) * (Math.PI / 2);
          const density =
            (2 * beta.a - 1) * Math.log(Math.sin(angle)) + (2 * beta.b - 1) * Math.log(Math.cos(angle));
          return [Math.sin(angle) ** 2, density];
        });
  const wins: number[] = [];
  for (const place of places)
    for (const factor of factors)
      winsGiven(plan, work, rates, { uncertain: place.value, factor: factor.value }).forEach(
        (chance, count) => {
          wins[count] = (wins[count] ?? 0) + place.weight * factor.weight * chance;
        },
      );
  return wins;
}

function weighed(
  size: number,
  valueAt: (at: number) => readonly [value: number, logOfDensity: number],
): readonly { readonly value: number; readonly weight: number }[] {
  const found = Array.from({ length: size }, (_, at) => valueAt(at));
  const highest = Math.max(...found.map(([, density]) => density));
  const all = found.reduce((sum, [, density]) => sum + Math.exp(density - highest), 0);
  return found.map(([value, density]) => ({ value, weight: Math.exp(density - highest) / all }));
}

function winsGiven(
  plan: PlainPlan,
  work: Work,
  rates: Rates,
  { uncertain, factor }: { readonly uncertain: number; readonly factor: number },
): readonly number[] {
  const wins = [1];
  const walk = (list: readonly PlainStage[], leaving: number): void => {
    let share = leaving;
    for (const stage of [...list].reverse()) {
      const rate = known(rates, stage.stage);
      share *= "p" in rate ? rate.p : uncertain;
      const each = Math.min(1, share * factor);
      for (let unit = inStage(plan, work, stage); unit > 0; unit -= 1) {
        wins.push(0);
        for (let count = wins.length - 1; count >= 0; count -= 1)
          wins[count] = (wins[count] ?? 0) * (1 - each) + (wins[count - 1] ?? 0) * each;
      }
      for (const source of stage.sources ?? []) walk(source.funnel, share);
    }
  };
  walk(plan.funnel, 1);
  return wins;
}
