import type { Beta } from "../../../src/chance/beta-rule.js";
import { placeIn } from "../../../src/chance/ranges.js";
import { chanceAhead } from "../../../src/forecast/chance/chance-ahead.js";
import { readAhead } from "../../../src/forecast/chance/ahead.js";
import { NONE_DECIDED } from "../../../src/forecast/chance/decided.js";
import { questionOn } from "../../../src/forecast/chance/day-question.js";
import { sumsOf } from "../../../src/forecast/chance/sums.js";
import { lookAhead, type Outlook } from "../../../src/forecast/outlook.js";
import { compilePlan, isDated } from "../../../src/model/compile.js";
import { compileSnapshot } from "../../../src/model/compile-snapshot.js";
import { at } from "../../../src/number/invariant.js";
import { ratio, ZERO } from "../../../src/number/ratio.js";
import { parsePlan } from "../../../src/plan/parse.js";
import { parseSnapshot } from "../../../src/plan/parse-snapshot.js";
import { randomFrom, type Random } from "../../chance/simulation.js";
import { EACH, END, FROM, WORKING, written, type Row, type SmallCase, type SmallDeal } from "./small.js";

/** What many periods that were lived through say of the chances that were told. */
export interface ForecastCoverage {
  /** How often the goal was reached, and how often it was told to be. */
  readonly reached: number;
  readonly told: number;
  /** How often the 80% range of wins, and of the amount, held what came. */
  readonly winsHeld: number;
  readonly amountHeld: number;
  /** How often the place of the wins in their distribution lay between 10% and 90%: 80% where chances are right. */
  readonly placed: number;
  /** The standard error of a share of 80%, of runs of one forecast and of forecasts among each other. */
  readonly error: number;
  readonly runs: number;
}

/**
 * Draws forecasts, lives each through many times, unit by unit and day by day, and compares.
 *
 * @param isSampled rates come from samples of 30 to 100: then each run draws the rates anew, from what is known of them
 */
export function forecastCoverage(
  forecasts: number,
  runs: number,
  { seed, isSampled }: { readonly seed: number; readonly isSampled: boolean },
): ForecastCoverage {
  const random = randomFrom(seed);
  let [reached, told, winsHeld, amountHeld, placed] = [0, 0, 0, 0, 0];
  for (let count = 0; count < forecasts; count += 1) {
    const small = drawnCase(random);
    const outlook = outlookOf(small, isSampled ? drawnSamples(small, random) : undefined);
    const { atEnd } = chanceAhead(outlook, { level: 0.8, measured: ZERO });
    if (atEnd === null) throw new Error("every forecast here can be worked out");
    const ahead = readAhead(outlook, NONE_DECIDED);
    const limits = { need: ratio(small.goal - small.won * EACH), most: 1e9, soft: 1e9 };
    const sums = sumsOf(questionOn(ahead, END, limits).wins);
    if (sums === undefined) throw new Error("every forecast here can be worked out");
    const rates = ahead.odds.stages.map(({ rate }) => rate);
    told += runs * atEnd.chance;
    for (let run = 0; run < runs; run += 1) {
      const drawn = rates.map((rate) => ("known" in rate ? rate.known : betaDraw(rate as Beta, random)));
      const { wins, amount } = livedThrough(small, drawn, random);
      if (amount >= small.goal) reached += 1;
      if (isHeld(wins, atEnd.wins)) winsHeld += 1;
      if (isHeld(amount, atEnd.amount)) amountHeld += 1;
      const place = placeIn(sums.chances, wins - small.won, random());
      if (place >= 0.1 && place <= 0.9) placed += 1;
    }
  }
  const all = forecasts * runs;
  return {
    reached: reached / all,
    told: told / all,
    winsHeld: winsHeld / all,
    amountHeld: amountHeld / all,
    placed: placed / all,
    error: Math.sqrt(0.16 / all),
    runs: all,
  };
}

function outlookOf(small: SmallCase, samples: Parameters<typeof written>[1]): Outlook {
  const { plan, snapshot } = written(small, samples);
  const compiled = compilePlan(parsePlan(plan), ratio(1, 2));
  if (!isDated(compiled)) throw new Error("a month has dates");
  const seen = compileSnapshot(parseSnapshot(snapshot, compiled.plan));
  const pace = { perDay: new Map([["stage 0", ratio(small.perDay)]]) };
  return lookAhead({ compiled, snapshot: seen, pace, givenPace: "targets", horizon: END });
}

const ROWS: readonly (readonly Row[])[] = [
  [{ days: 0, share: 1 }],
  [{ days: 4, share: 1 }],
  [
    { days: 1, share: 0.25 },
    { days: 5, share: 0.5 },
    { days: 12, share: 0.25 },
  ],
];

function drawnCase(random: Random): SmallCase {
  const whole = (from: number, to: number): number => from + Math.floor(random() * (to - from + 1));
  const stages = Array.from({ length: whole(1, 3) }, () => ({
    rate: whole(15, 85) / 100,
    rows: at(ROWS, whole(0, ROWS.length - 1)),
  }));
  const deals = Array.from({ length: whole(3, 25) }, (): SmallDeal => ({
    stage: whole(0, stages.length - 1),
    age: whole(1, 10),
    value: whole(2, 30) * 100,
  }));
  return { stages, deals, perDay: whole(0, 3), goal: whole(4, 14) * EACH, won: whole(0, 3) };
}

function drawnSamples({ stages }: SmallCase, random: Random) {
  return stages.map(({ rate }) => {
    const of = 30 + Math.floor(random() * 71);
    return { won: Math.max(1, Math.round(rate * of)), of };
  });
}

/** One period: each open deal is drawn from fresh ones until one is still there at its age. */
function livedThrough(small: SmallCase, rates: readonly number[], random: Random) {
  const { stages, deals, perDay, won } = small;
  /** The day on which a unit that enters a stage on a day goes on; undefined where it is lost. */
  const through = (stage: number, day: number): number | undefined => {
    if (random() >= at(rates, stage)) return undefined;
    let rest = random();
    for (const { days, share } of at(stages, stage).rows) if ((rest -= share) < 0) return day + days;
    return day + (at(stages, stage).rows.at(-1)?.days ?? 0);
  };
  const isWon = (stage: number, day: number): boolean => {
    let on: number | undefined = day;
    for (let next = stage; next < stages.length && on !== undefined; next += 1) on = through(next, on);
    return on !== undefined && on <= END;
  };
  let [wins, amount] = [won, won * EACH];
  const count = (value: number): void => {
    wins += 1;
    amount += value;
  };
  for (const { stage, age, value } of deals) {
    if (at(stages, stage).rows.every(({ days }) => days < age)) continue;
    let on = through(stage, FROM - age);
    while (on !== undefined && on < FROM) on = through(stage, FROM - age);
    if (on !== undefined && isWon(stage + 1, on)) count(value);
  }
  for (const day of WORKING) for (let unit = 0; unit < perDay; unit += 1) if (isWon(0, day)) count(EACH);
  return { wins, amount };
}

function isHeld(value: number, [low, high]: readonly [string, string]): boolean {
  return value >= Number(low) && value <= Number(high);
}

/** A Beta by two Gammas, each by Marsaglia and Tsang's method. */
function betaDraw({ won, lost }: Beta, random: Random): number {
  const some = gammaDraw(won, random);
  return some / (some + gammaDraw(lost, random));
}

function gammaDraw(shape: number, random: Random): number {
  if (shape < 1) return gammaDraw(shape + 1, random) * Math.pow(1 - random(), 1 / shape);
  const [d, c] = [shape - 1 / 3, 1 / Math.sqrt(9 * shape - 3)];
  for (;;) {
    const x = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(1 - random()) < (x * x) / 2 + d - d * v + d * Math.log(v)) return d * v;
  }
}

/** The long suite, for `npm run verify`: every line with its seed; false where one misses its limits. */
export function verifyForecasts(print: (line: string) => void): boolean {
  let good = true;
  for (const isSampled of [false, true]) {
    const seed = isSampled ? 23 : 19;
    const found = forecastCoverage(300, 500, { seed, isSampled });
    const holds = holdsItsLimits(found);
    good &&= holds;
    const percent = (part: number): string => `${(100 * part).toFixed(2)}%`;
    print(
      `${holds ? "ok  " : "MISS"} forecasts, ${isSampled ? "sampled" : "known"} rates, ${found.runs} periods, seed ${seed}: ` +
        `told ${percent(found.told)}, reached ${percent(found.reached)}; 80% ranges held ${percent(found.winsHeld)} of wins, ` +
        `${percent(found.amountHeld)} of amounts; placed ${percent(found.placed)} ± ${percent(found.error)}`,
    );
  }
  return good;
}

/** Told is what came; ranges hold no less than 80%, and by place 78 to 82%. */
export function holdsItsLimits({
  told,
  reached,
  winsHeld,
  amountHeld,
  placed,
  error,
}: ForecastCoverage): boolean {
  const least = 0.8 - 4 * error;
  return (
    Math.abs(told - reached) < 4 * error * 1.25 &&
    winsHeld >= least &&
    amountHeld >= least &&
    placed > 0.78 &&
    placed < 0.82
  );
}
