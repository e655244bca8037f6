import type { Chance } from "../../chance/chance.js";
import { leastWork } from "../../chance/least-work.js";
import { exactWins } from "../../model/bridge.js";
import { at } from "../../number/invariant.js";
import { unitsBrought } from "../../model/flow.js";
import { nearestNumber } from "../../number/nearest-number.js";
import {
  add,
  compare,
  divide,
  isZero,
  larger,
  multiply,
  ONE,
  ratio,
  smaller,
  subtract,
  ZERO,
  type Ratio,
} from "../../number/ratio.js";
import { computeEffort, landed, spread } from "../../schedule/effort.js";
import type { CompiledPlan } from "../../model/compile.js";
import { computeVolumes, volumesOf, type Volumes } from "../../schedule/volumes.js";
import { workOf } from "./chance-inputs.js";
import type { PlanChance } from "./plan-chance.js";

/** The least margin for a chance: what it makes of the plan. */
interface Margin {
  /** Expected wins on top of those that the goal takes; below 0 where fewer do. */
  readonly wins: Ratio;
  readonly volumes: Volumes;
  readonly reached: Chance;
}

/**
 * What is the smallest margin of expected wins for which the work that is printed reaches the chance?
 *
 * Printed totals are whole, so all margins between two steps print the same work; the margin is the one at which the work
 * of one source is used up exactly. The search goes along the source that needs most units; between two of its steps the
 * steps of the other sources are tried one after the other. Under `cascade` the wins to go for are whole first.
 *
 * @returns undefined where no amount of work reaches it
 */
export function findMargin(compiled: CompiledPlan, chance: PlanChance, asked: Ratio): Margin | undefined {
  const none = marginOf(compiled, ZERO);
  if (reaches(compiled, chance, none.volumes, asked))
    return { ...none, reached: chance.of(none.volumes, nearestNumber(asked)) };
  return compiled.plan.rounding === "cascade"
    ? wholeMargin(compiled, chance, asked)
    : leastMargin(compiled, chance, asked);
}

/** Wins that must come in any case, and below which no margin is counted. */
function base(compiled: CompiledPlan): Ratio {
  return larger(ZERO, exactWins(compiled.bridge) ?? ZERO);
}

/** The volumes for so many wins from new work; without any, as few wins as open work brings. */
function marginOf(compiled: CompiledPlan, newWins: Ratio): Omit<Margin, "reached"> {
  const goal = base(compiled);
  const open = compiled.pipelineWins.wins;
  const expected = isZero(newWins) ? smaller(goal, open) : add(newWins, open);
  return { wins: subtract(expected, goal), volumes: volumesOf(compiled, expected) };
}

function reaches(compiled: CompiledPlan, chance: PlanChance, volumes: Volumes, asked: Ratio): boolean {
  const goal = nearestNumber(asked);
  const work = workOf(compiled, chance.inputs, volumes);
  const { chance: reached, error } = chance.meter.sure(work, goal);
  return reached - error >= goal || (reached + error >= goal && chance.settle(work, asked));
}

/** No search goes beyond so many times the plan's own work. */
const FAR = 100_000;

function wholeMargin(compiled: CompiledPlan, chance: PlanChance, asked: Ratio): Margin | undefined {
  const goal = base(compiled);
  const guess = Math.ceil(nearestNumber(goal)) + 1;
  const whole = (wins: number): Volumes => computeVolumes(compiled, wins);
  if (whole(guess + 1).blocked.length > 0) return undefined;
  const found = leastWork({
    meter: chance.meter,
    asked: nearestNumber(asked),
    workOf: (wins) => workOf(compiled, chance.inputs, whole(wins)),
    most: guess * FAR,
    guess,
    settle: (wins) => chance.settle(workOf(compiled, chance.inputs, whole(wins)), asked),
  });
  if (found.amount === null) return undefined;
  const wins = ratio(found.amount);
  return {
    wins: subtract(wins, goal),
    volumes: whole(found.amount),
    reached: withValues(chance, found.reached),
  };
}

function withValues({ needed }: PlanChance, { chance, error }: Chance): Chance {
  return { chance, error: error + needed.error };
}

function leastMargin(compiled: CompiledPlan, chance: PlanChance, asked: Ratio): Margin | undefined {
  const more = add(base(compiled), add(compiled.pipelineWins.wins, ONE));
  const planned = volumesOf(compiled, more);
  if (planned.blocked.length > 0) return undefined;
  const sources = sourcesOf(compiled, planned);
  const [lead, ...others] = sources;
  if (lead === undefined) return undefined;
  const volumes = (newWins: Ratio): Volumes => marginOf(compiled, newWins).volumes;
  const winsOf = (units: number): Ratio => winsAt(compiled, lead, units);
  const guess = Math.max(1, Math.ceil(nearestNumber(at(planned.stages, lead).exact)));
  const found = leastWork({
    meter: chance.meter,
    asked: nearestNumber(asked),
    workOf: (units) => workOf(compiled, chance.inputs, volumes(winsOf(units))),
    most: guess * FAR,
    guess,
    settle: (units) => chance.settle(workOf(compiled, chance.inputs, volumes(winsOf(units))), asked),
  });
  if (found.amount === null) return undefined;
  const high = winsOf(found.amount);
  const low = found.amount === 0 ? ZERO : winsOf(found.amount - 1);
  const steps = others
    .flatMap((source) => stepsBetween(compiled, source, low, high))
    .sort((one, other) => compare(one, other));
  const newWins = steps.find((step) => reaches(compiled, chance, volumes(step), asked)) ?? high;
  const margin = marginOf(compiled, newWins);
  return { ...margin, reached: chance.of(margin.volumes, nearestNumber(asked)) };
}

/** The sources at which more wins ask for more work, the one with most units of it first. */
function sourcesOf({ flow }: CompiledPlan, { stages }: Volumes): number[] {
  const asked = (index: number): number =>
    nearestNumber(at(stages, index).exact) / nearestNumber(at(flow, index).window.landing);
  return flow
    .filter(({ isSource, inUnitsChannel, window }) => isSource && !inUnitsChannel && !isZero(window.landing))
    .map(({ index }) => index)
    .filter((index) => asked(index) > 0)
    .sort((one, other) => asked(other) - asked(one));
}

/** The greatest number of wins from new work for which this source is asked for so many units, or fewer. */
function winsAt(compiled: CompiledPlan, source: number, units: number): Ratio {
  return winsOfNeed(
    compiled,
    source,
    larger(landingOf(compiled, source, units), landingOf(compiled, source, units - 1)),
  );
}

/**
 * The greatest number of wins from new work, up to these, at which the work of a source is used up exactly: printed work is
 * rounded up, and what is printed for these may be more than what was found to be doable.
 */
export function winsUsedUp(compiled: CompiledPlan, newWins: Ratio): Ratio {
  const volumes = marginOf(compiled, newWins).volumes;
  const sources = sourcesOf(compiled, volumes);
  if (sources.length === 0) return newWins;
  const steps = sources.map((source) => {
    const { window } = at(compiled.flow, source);
    const units = Number(computeEffort(at(volumes.stages, source), window).total);
    const step = winsAt(compiled, source, units);
    return compare(step, newWins) <= 0 ? step : winsAt(compiled, source, units - 1);
  });
  return steps.reduce(larger, ZERO);
}

/** How many of so many units at a source land, as the plan counts them. */
function landingOf({ flow }: CompiledPlan, source: number, units: number): Ratio {
  const { window } = at(flow, source);
  if (units <= 0) return ZERO;
  const level = multiply(ratio(units), window.landing);
  if (window.chances === null || window.days.length === 0) return level;
  return smaller(level, landed(spread(units, window.reach), window.chances));
}

/** For how many wins from new work a source is asked for this exact need: the way of the needs, walked forward. */
function winsOfNeed({ flow }: CompiledPlan, source: number, need: Ratio): Ratio {
  let out = need;
  for (let index = source; index >= 0;) {
    const stage = flow[index];
    if (stage === undefined) break;
    out = multiply(out, stage.rate);
    const next = flow[stage.next];
    const feeder = next?.feeders.find(({ last }) => last === index);
    if (next !== undefined && feeder !== undefined && !isZero(feeder.share))
      out = add(divide(out, feeder.share), unitsBrought(next, next.unitsLanding));
    if (next !== undefined) out = multiply(out, next.entriesEach);
    index = stage.next;
  }
  return out;
}

/** The wins between two bounds (without the lower one) at which another unit of a source would begin. */
function stepsBetween(compiled: CompiledPlan, source: number, low: Ratio, high: Ratio): Ratio[] {
  const steps: Ratio[] = [];
  const below = volumesOf(compiled, add(low, compiled.pipelineWins.wins)).stages[source]?.exact ?? ZERO;
  const landing = at(compiled.flow, source).window.landing;
  let units = Math.max(0, Math.floor(nearestNumber(below) / nearestNumber(landing)) - 1);
  for (; steps.length < MOST_STEPS; units += 1) {
    const step = winsAt(compiled, source, units);
    if (compare(step, high) >= 0) return steps;
    if (compare(step, low) > 0) steps.push(step);
  }
  return steps;
}

/** Between two steps of the source with most units of work another one has about one; more would be a fault of the search. */
const MOST_STEPS = 100;
