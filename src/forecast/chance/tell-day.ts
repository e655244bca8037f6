/* eslint-disable @typescript-eslint/no-non-null-assertion -- indices run over the length of the list itself */
import { formatDay, type Day } from "../../calendar/day.js";
import { quantile } from "../../chance/ranges.js";
import { addValued } from "../../chance/valued.js";
import { ceiling, floor } from "../../number/ceiling.js";
import { encodeExact } from "../../number/exact-string.js";
import { at } from "../../number/invariant.js";
import { add, multiply, ratio, subtract, type Ratio } from "../../number/ratio.js";
import type { ChanceOn, ForecastRange } from "../answer.js";
import { amountAfter, churnedAmount, plannedChurn, sharePassed } from "../metric-by-date.js";
import { keptShare, wonBy, type Ahead, type WonAlready } from "./ahead.js";
import { cellsFor, inCells, type AmountAxis } from "./amount-axis.js";
import { lossesAhead, type LossesAhead } from "./losses-ahead.js";
import { toChance } from "../../chance/chance.js";

/** What must still come for the goal, in the metric's unit, without what is lost by chance. */
interface Target {
  readonly need: Ratio;
  readonly losses: LossesAhead;
}

export function targetOf(ahead: Ahead, measured: Ratio): Target {
  const { compiled } = ahead.outlook;
  const end = compiled.period.last;
  const losses = lossesBy(ahead, end);
  return { need: subtract(compiled.bridge.goal, fixedBy(ahead, end, losses, measured)), losses };
}

function lossesBy({ amount, outlook: { compiled, snapshot } }: Ahead, day: Day): LossesAhead {
  return lossesAhead(amount, {
    planned: plannedChurn(compiled),
    passed: sharePassed(compiled, day),
    before: sharePassed(compiled, snapshot.asOf),
    lost: snapshot.churned === undefined ? undefined : churnedAmount(compiled, snapshot),
  });
}

/** The metric by a day without all that is chance. */
function fixedBy(ahead: Ahead, day: Day, losses: LossesAhead, measured: Ratio): Ratio {
  const { sure } = wonBy(ahead, day);
  return add(amountAfter(ahead.outlook.compiled, sure, day, losses.fixed), measured);
}

/** How likely each sum is by a day: of wins, and of what they bring in cells. */
export interface DaySums {
  readonly wins: Float64Array;
  readonly amounts: Float64Array;
  readonly axis: AmountAxis;
}

/** What does not differ from day to day. */
interface Told {
  readonly ahead: Ahead;
  readonly measured: Ratio;
  readonly level: number;
  readonly target: Target;
}

/** What is told of a day, and how far its chance may be off because values are put between cells. */
export interface ToldDay {
  readonly row: ChanceOn;
  readonly doubt: number;
}

/** Says what the sums of a day come to, with what has been won and lost already. */
export function tellDay(
  { ahead, measured, level, target }: Told,
  day: Day,
  won: WonAlready,
  sums: DaySums,
): ToldDay {
  const { axis } = sums;
  const amounts = withStaying(ahead, won, sums);
  const losses = lossesBy(ahead, day);
  const fixed = fixedBy(ahead, day, losses, measured);
  const net = lessLosses(amounts, losses, axis.step);
  const { chance, doubt } = chanceOf(amounts, target, axis);
  const amountAt = (sum: number): Ratio => add(fixed, multiply(axis.step, ratio(sum - net.below)));
  const [low, high] = rangeOf(net.chances, level);
  const [fewest, most] = rangeOf(sums.wins, level);
  const amount = axis.isExact ? [amountAt(low), amountAt(high)] : outward(amountAt(low), amountAt(high));
  const row = {
    on: formatDay(day),
    chance,
    wins: encoded(add(won.count, ratio(fewest)), add(won.count, ratio(most))),
    amount: encoded(at(amount, 0), at(amount, 1)),
  };
  return { row, doubt };
}

/** Wins so far that stay, on top of what is still to come. */
function withStaying(ahead: Ahead, { mayLeave }: WonAlready, { amounts, axis }: DaySums): Float64Array {
  if (mayLeave.count === 0) return amounts;
  const all = Float64Array.from(amounts);
  const value = multiply(mayLeave.worth, ahead.amount.worth);
  addValued(all, mayLeave.count, keptShare(ahead), inCells([{ value, chance: 1 }], axis.step));
  return all;
}

/**
 * Σ P(lost = l) · P(sum ≥ what must come then). Where values are put between cells, half of the cell that is just enough
 * lies below, as far as it is level with its neighbours.
 */
function chanceOf(
  sums: Float64Array,
  { need, losses }: Target,
  { step, isExact }: AmountAxis,
): { readonly chance: number; readonly doubt: number } {
  const below = cumulated(sums);
  let [chance, doubt] = [0, 0];
  losses.chances.forEach((likely, lost) => {
    const cells = cellsFor(add(need, multiply(losses.each, ratio(lost))), step);
    const isCut = !isExact && cells > 0;
    const half = isCut ? levelAt(sums, cells) / 2 : 0;
    const missed = cells === 0 ? 0 : (below[Math.min(cells, below.length) - 1] ?? 1);
    chance += likely * (1 - missed - half);
    doubt += isCut ? likely * doubtAt(sums, cells) : 0;
  });
  return { chance: toChance(chance), doubt };
}

/** What of a cell is level with its neighbours; the rest of it lies on the cell itself. */
function levelAt(sums: Float64Array, cells: number): number {
  return Math.min(sums[cells] ?? 0, ((sums[cells - 1] ?? 0) + (sums[cells + 1] ?? 0)) / 2);
}

/** How far that may be off: by a part of what stands out, and by how much the neighbours differ. */
function doubtAt(sums: Float64Array, cells: number): number {
  const differ = Math.abs((sums[cells + 1] ?? 0) - (sums[cells - 1] ?? 0));
  return ((sums[cells] ?? 0) - levelAt(sums, cells)) / 4 + differ / 8;
}

function cumulated(chances: Float64Array): Float64Array {
  let sum = 0;
  return chances.map((chance) => (sum += chance));
}

/** The sums less what is lost by chance; `below` is how many cells below 0 the list begins. */
function lessLosses(
  sums: Float64Array,
  { chances, each }: LossesAhead,
  step: Ratio,
): { readonly chances: Float64Array; readonly below: number } {
  if (chances.length === 1) return { chances: sums, below: 0 };
  const lost = inCells(
    chances.map((chance, count) => ({ value: multiply(each, ratio(count)), chance })),
    step,
  );
  const below = lost.reduce((most, { cells }) => Math.max(most, cells), 0);
  const net = new Float64Array(sums.length + below);
  for (const { cells, chance } of lost)
    for (let sum = 0; sum < sums.length; sum += 1)
      net[sum + below - cells] = net[sum + below - cells]! + chance * sums[sum]!;
  return { chances: net, below };
}

/** Between which sums the middle cases lie; the list is long enough for all but the rarest. */
function rangeOf(chances: Float64Array, level: number): readonly [low: number, high: number] {
  const end = chances.length - 1;
  return [quantile(chances, (1 - level) / 2) ?? end, quantile(chances, (1 + level) / 2) ?? end];
}

/** Ends that lie between cells are told as whole amounts, so that the range holds no less. */
function outward(low: Ratio, high: Ratio): readonly Ratio[] {
  return [ratio(floor(low)), ratio(ceiling(high))];
}

function encoded(low: Ratio, high: Ratio): ForecastRange {
  return [encodeExact(low), encodeExact(high)];
}
