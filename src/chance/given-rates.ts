/* eslint-disable @typescript-eslint/no-non-null-assertion -- indices run over the length of the list itself */
import { betaRule, type Beta } from "./beta-rule.js";
import type { ChanceModel, OpenUnits, Work } from "./chance-model.js";
import type { Group } from "./wins.js";
import { undecidedShare } from "./undecided.js";

/** Units that are alike. */
export interface PlainUnits extends Pick<OpenUnits, "count" | "landing" | "converted" | "lost"> {
  readonly stage: number;
}

/** All units, new and open; undefined where they are more than `most` or differ in value, and without a spread. */
export function plainUnits(
  { stages, spread, newSums }: ChanceModel,
  work: Work,
  most: number,
): readonly PlainUnits[] | undefined {
  if (spread <= 0 || newSums !== undefined) return undefined;
  const units: PlainUnits[] = [];
  let all = 0;
  for (const [stage, { open, landing }] of stages.entries()) {
    if (open.some(({ worth }) => worth !== undefined)) return undefined;
    const fresh = landing.map((lands, group) => ({
      ...{ count: work[stage]?.[group] ?? 0, landing: lands },
      ...{ converted: 0, lost: 0 },
    }));
    for (const { count, landing: lands, converted, lost } of [...fresh, ...open]) {
      if (count === 0 || lands <= 0) continue;
      all += count;
      if (all > most) return undefined;
      units.push({ stage, count, landing: lands, converted, lost });
    }
  }
  return units;
}

/** A rate that is drawn once, and the stages that have it. */
export interface Drawn {
  readonly beta: Beta;
  readonly stages: readonly number[];
}

/** The uncertain rates that any of the units pass. */
export function drawnRates({ stages, shared }: ChanceModel, units: readonly PlainUnits[]): readonly Drawn[] {
  const passed = new Set<number>();
  for (const { stage } of units)
    for (let at: number | null = stage; at !== null && !passed.has(at); at = stages[at]!.next) passed.add(at);
  const own = [...passed].flatMap((stage): Drawn[] => {
    const { rate } = stages[stage]!;
    return "won" in rate ? [{ beta: rate, stages: [stage] }] : [];
  });
  const common = shared.flatMap((beta, draw): Drawn[] => {
    const users = [...passed].filter((stage) => {
      const { rate } = stages[stage]!;
      return "shared" in rate && rate.shared === draw;
    });
    return users.length === 0 ? [] : [{ beta, stages: users }];
  });
  return [...own, ...common];
}

/** The mean over all that the rates may be; `rates` holds by stage those that are drawn. */
export function meanOver(
  drawn: readonly Drawn[],
  size: number,
  valueOf: (rates: ReadonlyMap<number, number>) => number,
): number {
  const rules = drawn.map(({ beta, stages }) => ({ ...betaRule(beta, size), stages }));
  const rates = new Map<number, number>();
  const from = (place: number): number => {
    const rule = rules[place];
    if (rule === undefined) return valueOf(rates);
    let sum = 0;
    for (let at = 0; at < rule.places.length; at += 1) {
      for (const stage of rule.stages) rates.set(stage, rule.places[at]!);
      sum += rule.weights[at]! * from(place + 1);
    }
    return sum;
  };
  return from(0);
}

/** The units with their chances to be won, given the rates and a factor of 1, the likeliest first; those without a chance are left out. */
export function chancesGiven(
  { stages }: ChanceModel,
  units: readonly PlainUnits[],
  drawn: ReadonlyMap<number, number>,
): readonly Group[] {
  const rateOf = (stage: number): number => {
    const { rate } = stages[stage]!;
    return "known" in rate ? rate.known : drawn.get(stage)!;
  };
  return units
    .map(({ stage, count, landing, ...soFar }) => {
      const rate = rateOf(stage);
      const left = undecidedShare(rate, soFar);
      let chance = left > 0 ? (rate * landing) / left : 0;
      for (let later = stages[stage]!.next; later !== null; later = stages[later]!.next)
        chance *= rateOf(later);
      return { count, chance };
    })
    .filter(({ chance }) => chance > 0)
    .sort((one, other) => other.chance - one.chance);
}
