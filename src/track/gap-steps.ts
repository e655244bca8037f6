import type { CompiledSnapshot } from "../model/compile-snapshot.js";
import type { CompiledStage, DatedPlan } from "../model/compile.js";
import { at } from "../number/invariant.js";
import { add, divide, equal, isZero, multiply, ONE, ZERO, type Ratio } from "../number/ratio.js";
import { onDay, type PlannedCourse } from "./course.js";
import type { Factor } from "./shapley.js";
import { shareGone } from "./timing.js";

/**
 * What a part of the gap is due to: the work that was done (`effort`), the share that went on (`conversion`), when it went
 * on (`timing`), and what became of all that several channels passed on to one stage (`arrival`).
 */
export interface FunnelLever {
  readonly lever: "effort" | "conversion" | "timing" | "arrival";
  readonly stage: string;
}

/** A number as it is, and as it was planned. */
interface Pair {
  readonly actual: Ratio;
  readonly planned: Ratio;
}

const NOTHING: Pair = { actual: ZERO, planned: ZERO };

/** How units reach a stage or the win, and how those that are there compare with what was passed on. */
interface GapArrival {
  readonly units: Pair;
  readonly arrival: Factor<FunnelLever>;
  /** The only stage that passes units on to it; undefined where several do, or none, and where others come back to it. */
  readonly from: CompiledStage | undefined;
}

/** One stage: its units, and the factors by which they come from the stages before and go on. */
export interface GapStep extends GapArrival {
  readonly stage: CompiledStage;
  /** What channels with fixed units brought to it; planned and taken as done. */
  readonly brought: Ratio;
  /** The share that should have gone on by now, times the rate. */
  readonly timing: Factor<FunnelLever>;
  /** Units that were open in it when work began and should have gone on by now. */
  readonly openGoneOn: Ratio;
}

/** The steps of the funnel; stages inside channels that bring fixed units have none. */
export interface GapSteps {
  readonly stages: ReadonlyMap<number, GapStep>;
  /** Undefined where there is no funnel. */
  readonly win: GapArrival | undefined;
}

/** Takes what happened apart into the steps of the funnel. */
export function gapSteps(
  compiled: DatedPlan,
  course: PlannedCourse,
  seen: CompiledSnapshot,
  wins: Ratio,
): GapSteps {
  const own = compiled.flow.filter(({ inUnitsChannel }) => !inUnitsChannel);
  const passedOn = new Map<number, Pair>();
  const stages = new Map<number, GapStep>();
  for (const stage of own) {
    const step = stepAt(compiled, course, seen, stage, passedOn.get(stage.index) ?? NOTHING);
    stages.set(stage.index, step);
    passedOn.set(stage.next, together(passedOn.get(stage.next) ?? NOTHING, goneOn(step)));
  }
  const units = { actual: wins, planned: onDay(course, course.wins, seen.asOf) };
  const last = compiled.flow.at(-1);
  if (last === undefined) return { stages, win: undefined };
  const key: FunnelLever = { lever: "conversion", stage: last.name };
  const arrival = comparison(key, units, passedOn.get(-1) ?? NOTHING);
  return { stages, win: { units, arrival, from: last } };
}

function stepAt(
  compiled: DatedPlan,
  course: PlannedCourse,
  { asOf, entered }: CompiledSnapshot,
  stage: CompiledStage,
  passedOn: Pair,
): GapStep {
  const { flow, calendar } = compiled;
  const planned = at(course.stages, stage.index);
  const brought = onDay(course, planned.brought, asOf);
  const expected = together(passedOn, { actual: brought, planned: brought });
  const level = onDay(course, planned.entered, asOf);
  const counted = entered.get(stage.name);
  const assumed = stage.isSource ? level : expected.actual;
  const units = { actual: counted?.total ?? assumed, planned: level };
  const shouldHave = quotient(onDay(course, planned.goneOn, asOf), multiply(level, stage.rate));
  const shareSeen = counted === undefined ? undefined : shareGone(counted, stage.lag, asOf, calendar);
  const before = flow.filter(({ next, inUnitsChannel }) => next === stage.index && !inUnitsChannel);
  const from = before.length === 1 && equal(stage.entriesEach, ONE) ? before[0] : undefined;
  const key: FunnelLever =
    from === undefined ? { lever: "arrival", stage: stage.name } : { lever: "conversion", stage: from.name };
  return {
    stage,
    units,
    from,
    brought,
    arrival: comparison(key, units, expected),
    timing: {
      key: { lever: "timing", stage: stage.name },
      // A share of which neither what was planned nor what was done says anything changes nothing.
      actual: shareSeen ?? shouldHave ?? ONE,
      planned: shouldHave ?? shareSeen ?? ONE,
    },
    openGoneOn: onDay(course, planned.openGoneOn, asOf),
  };
}

/** A comparison with nothing below takes its planned value; the planned one is 1 where nothing was planned. */
function comparison(key: FunnelLever, units: Pair, expected: Pair): Factor<FunnelLever> {
  const planned = quotient(units.planned, expected.planned) ?? ONE;
  return { key, actual: quotient(units.actual, expected.actual) ?? planned, planned };
}

function goneOn({ units, timing, stage, openGoneOn }: GapStep): Pair {
  const on = (count: Ratio, share: Ratio): Ratio =>
    add(multiply(multiply(count, share), stage.rate), openGoneOn);
  return { actual: on(units.actual, timing.actual), planned: on(units.planned, timing.planned) };
}

function together(one: Pair, other: Pair): Pair {
  return { actual: add(one.actual, other.actual), planned: add(one.planned, other.planned) };
}

function quotient(part: Ratio, whole: Ratio): Ratio | undefined {
  return isZero(whole) ? undefined : divide(part, whole);
}
